package org.engageconnector.standin;

import com.genesyslab.platform.commons.collections.KeyValueCollection;
import java.util.List;

/** Key-value lists. */
final class Lists {

    private Lists() {}

    static KeyValueCollection read(Object value) {
        if (!(value instanceof List<?> pairs)) {
            return null;
        }
        KeyValueCollection collection = new KeyValueCollection();
        for (Object one : pairs) {
            Frame.Pair pair = (Frame.Pair) one;
            Object inner = pair.value() instanceof List<?> ? read(pair.value()) : pair.value();
            collection.addObject(pair.key(), inner);
        }
        return collection;
    }
}
