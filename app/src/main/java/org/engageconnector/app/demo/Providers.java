package org.engageconnector.app.demo;

import java.io.IOException;
import java.util.Map;
import org.engageconnector.app.Home;

/** Two conversation providers, of which one is killed on the way. */
final class Providers implements AutoCloseable {

    private final ProviderProcess first;

    private final ProviderProcess second;

    private boolean killed;

    Providers(Home home, Map<String, String> environment) throws IOException {
        first = new ProviderProcess(home, environment, "demo-provider-1");
        second = new ProviderProcess(home, environment, "demo-provider-2");
    }

    boolean ready() throws InterruptedException {
        return first.ready() && second.ready();
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
        second.close();
    }
}
