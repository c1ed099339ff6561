package org.engageconnector.app.role;

import java.util.List;
import java.util.Optional;
import org.engageconnector.app.routes.TemplatedRoute;
import org.engageconnector.app.settings.Role;

/** What makes a frame a role: its beans and its routes. One instance per role and process; called by one thread. */
public interface RoleBeans {

    Role role();

    /** Constructs the role's beans and binds them; called once, before Camel reads any route. May not wait for a dependency. */
    void bind(RoleContext context);

    /**
     * Why the role's routes cannot start yet, for people; empty when they can. Asked again every second until then, and may
     * wait for Redis up to its command time limit.
     */
    default Optional<String> notYet(RoleContext context) {
        return Optional.empty();
    }

    /** The routes that are made from templates of the role's files, as its settings say. */
    default List<TemplatedRoute> templatedRoutes(RoleContext context) {
        return List.of();
    }
}
