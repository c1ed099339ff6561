package org.engageconnector.app.validate;

import java.util.List;
import org.engageconnector.app.settings.Role;
import org.engageconnector.journal.DeliveryPath;

/**
 * A request that needs a permission and changes nothing: a read, or a POST of an empty object, which is answered 400 where the
 * permission is there.
 */
record PermissionProbe(String method, String path, String permission) {

    static List<PermissionProbe> of(Role role) {
        return switch (role) {
            case CONVERSATION_PROVIDER -> List.of(inject(DeliveryPath.CONVERSATIONS));
            case AGENT_STATE_SYNC -> List.of(inject(DeliveryPath.PRESENCE), inject(DeliveryPath.ROUTING_STATUS));
            case CONFIG_SYNC ->
                List.of(
                        new PermissionProbe("POST", "/api/v2/users/search", "directory:user:view"),
                        new PermissionProbe("POST", "/api/v2/users", "directory:user:add"),
                        new PermissionProbe("GET", "/api/v2/routing/skills?pageSize=1", "routing:skill:view"),
                        new PermissionProbe("POST", "/api/v2/routing/skills", "routing:skill:manage"),
                        new PermissionProbe("GET", "/api/v2/routing/queues?pageSize=1", "routing:queue:view"),
                        new PermissionProbe("POST", "/api/v2/routing/queues", "routing:queue:add"),
                        new PermissionProbe("GET", "/api/v2/routing/wrapupcodes?pageSize=1", "routing:wrapupCode:view"),
                        new PermissionProbe("POST", "/api/v2/routing/wrapupcodes", "routing:wrapupCode:add"),
                        new PermissionProbe(
                                "GET", "/api/v2/presence/definitions?pageSize=1", "presence:presenceDefinition:view"),
                        new PermissionProbe("GET", "/api/v2/presence/sources", "presence:source:view"),
                        new PermissionProbe("POST", "/api/v2/presence/sources", "presence:source:add"));
        };
    }

    private static PermissionProbe inject(DeliveryPath path) {
        return new PermissionProbe("POST", path.uri(), path.permission());
    }
}
