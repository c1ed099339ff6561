package com.genesyslab.platform.commons.collections;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A list of pairs, of which keys may repeat; iterates plain objects. */
@SuppressWarnings("rawtypes")
public class KeyValueCollection implements Iterable {

    private final List<Object> pairs = new ArrayList<>();

    public void addObject(String key, Object value) {
        pairs.add(new KeyValuePair(key, value));
    }

    @Override
    public Iterator iterator() {
        return pairs.iterator();
    }
}
