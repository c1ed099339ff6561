package org.engageconnector.component.engage;

import org.engageconnector.transport.ServerKind;

/** The transports on which every scenario is played. */
public enum ScenarioTransport {
    TKV,
    PLATFORM_SDK;

    ScenarioNetwork network(VirtualTimer timer, ServerKind kind) {
        return this == TKV ? new EmbeddedTransport() : new SdkScenarioNetwork(timer, kind);
    }
}
