package org.engageconnector.processors.configsync;

import java.util.Optional;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.apply.SyncState;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;

/** Holds tenant and organisation together: neither may change unnoticed between two runs (docs/config-sync.md#safety-stop). */
final class Identity {

    private final SyncStore store;
    private final String tenant;
    private final String organisation;
    private boolean verified;

    Identity(SyncStore store, long tenant, String organisation) {
        this.store = store;
        this.tenant = String.valueOf(tenant);
        this.organisation = organisation;
    }

    /** What differs from the last run, as something an operator may confirm. */
    Optional<Change> moved(SyncState state) {
        Optional<String> otherTenant = store.tenantOf(organisation).filter(last -> !last.equals(tenant));
        if (otherTenant.isPresent()) {
            return Optional.of(Change.of(
                    ObjectKind.SOURCE,
                    Action.UPDATE,
                    "tenant " + otherTenant.get() + " -> " + tenant,
                    "this organisation was last synced from tenant " + otherTenant.get() + ", and TENANT_ID is now "
                            + tenant));
        }
        return state.organisation()
                .filter(last -> !last.equals(organisation))
                .map(last -> Change.of(
                        ObjectKind.SOURCE,
                        Action.UPDATE,
                        "organisation " + last + " -> " + organisation,
                        "this tenant was last synced to organisation " + last + ", and ex.org-id is now "
                                + organisation));
    }

    /** True when what is remembered is of another organisation. */
    boolean otherOrganisation(SyncState state) {
        return state.organisation().filter(last -> !last.equals(organisation)).isPresent();
    }

    private void bind(SyncState state) {
        if (!state.organisation().filter(organisation::equals).isPresent()) {
            state.organisation(organisation);
        }
        if (!store.tenantOf(organisation).filter(tenant::equals).isPresent()) {
            store.bind(organisation, tenant);
        }
    }

    /** Asks Genesys Cloud once whose token this is, and remembers the two; throws when it is another organisation's. */
    void verify(Cloud cloud, SyncState state) {
        if (verified) {
            return;
        }
        String id =
                cloud.must("GET", "/api/v2/organizations/me", null).path("id").asText();
        if (!id.equals(organisation)) {
            throw new CloudException(
                    CloudException.Reach.RUN,
                    "the OAuth client belongs to organisation " + id + ", but ex.org-id is " + organisation
                            + "; correct ex.org-id, the region or the client");
        }
        bind(state);
        verified = true;
    }
}
