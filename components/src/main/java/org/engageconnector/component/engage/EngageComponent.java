package org.engageconnector.component.engage;

import org.apache.camel.support.DefaultComponent;

/**
 * Owns the sessions of all its endpoints, so that they outlive the routes that use them.
 *
 * @param <T> what the sessions hand over
 */
public abstract class EngageComponent<T> extends DefaultComponent {

    private EngageSetup<T> setup;

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        setup = new EngageSetup<>(getCamelContext(), this);
    }

    @Override
    protected void doStop() throws Exception {
        if (setup != null) {
            setup.close();
            setup = null;
        }
        super.doStop();
    }

    /** What it owns; {@code null} while it is not started. */
    public EngageSetup<T> setup() {
        return setup;
    }
}
