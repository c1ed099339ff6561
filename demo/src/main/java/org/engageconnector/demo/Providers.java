package org.engageconnector.demo;

import java.io.IOException;
import java.util.Map;
import org.engageconnector.app.settings.Home;

/** Two conversation providers, of which one is killed on the way. */
final class Providers implements AutoCloseable {

    private final Home home;

    private final Map<String, String> environment;

    private final ProviderProcess first;

    private ProviderProcess second;

    private boolean killed;

    Providers(Home home, Map<String, String> environment) throws IOException {
        this.home = home;
        this.environment = Map.copyOf(environment);
        first = new ProviderProcess(home, environment, "demo-provider-1");
    }

    /** True when both are ready. The second starts after the first, so that the first owns the journal when it is killed. */
    boolean ready() throws InterruptedException, IOException {
        if (!first.ready()) {
            return false;
        }
        if (second == null) {
            second = new ProviderProcess(home, environment, "demo-provider-2");
        }
        return second.ready();
    }

    /** Kills the first one, once; gives its process id, or 0 when it was killed before. */
    long killFirst() throws InterruptedException {
        if (killed) {
            return 0;
        }
        killed = true;
        first.kill();
        return first.pid();
    }

    @Override
    public void close() throws InterruptedException {
        first.close();
        if (second != null) {
            second.close();
        }
    }
}
