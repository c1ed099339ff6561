package org.engageconnector.app.configsync;

import java.util.Map;
import org.engageconnector.processors.configsync.cloud.Gate;

/** Lets every request pass at once. */
final class OpenGate implements Gate {

    @Override
    public void pass(String label) {
        // no quota in these tests
    }

    @Override
    public void answered(String label, int status, Map<String, String> headers, long nanos) {
        // nobody counts
    }

    @Override
    public boolean newToken(long sentAt) {
        return false;
    }
}
