package org.engageconnector.platformsdk;

import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.SessionThread;
import org.engageconnector.transport.TransportSettings;

/** The SDK without threads, for tests that play on virtual time. */
public final class VirtualSdk {

    private VirtualSdk() {}

    public static EngageTransport transport(PlatformSdk sdk, TransportSettings settings, SessionThread thread) {
        return sdk.transport(settings, thread, name -> new InlineWorker());
    }
}
