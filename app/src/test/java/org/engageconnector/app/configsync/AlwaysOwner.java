package org.engageconnector.app.configsync;

import java.util.Map;
import org.engageconnector.journal.Ownership;

/** The only instance there is. */
final class AlwaysOwner implements Ownership {

    @Override
    public boolean held() {
        return true;
    }

    @Override
    public long number() {
        return 1;
    }

    @Override
    public Map<String, byte[]> states() {
        return Map.of();
    }
}
