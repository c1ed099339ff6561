package org.engageconnector.app.tenant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.processors.configsync.ConfigSync;

/**
 * The question {@code sync}: a plan id to confirm, or empty for a run now, and whether that run is to be a whole one. A standby
 * says nothing.
 */
public final class SyncAnswerer implements Questions.Answerer {

    private final ConfigSync sync;

    public SyncAnswerer(ConfigSync sync) {
        this.sync = sync;
    }

    @Override
    public Optional<Object> answer(String kind, List<String> words) {
        if (!kind.equals("sync")
                || words.isEmpty()
                || words.size() > 2
                || sync.status().state().equals("standby")) {
            return Optional.empty();
        }
        if (!words.get(0).isEmpty()) {
            return Optional.of(Map.of("accepted", sync.confirm(words.get(0))));
        }
        if (words.size() == 2 && words.get(1).equals("true")) {
            sync.wholeRunNow();
        } else {
            sync.runNow();
        }
        return Optional.of(Map.of("accepted", true));
    }
}
