package org.engageconnector.app.log;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.core.util.ContextDataProvider;

/**
 * Gives every log line its role and instance. The role is read from the thread's name, since Camel names threads after the
 * context; threads that roles share (event loops) carry all roles of the process.
 */
public final class RoleOfLine implements ContextDataProvider {

    private static final Pattern OF_A_ROLE =
            Pattern.compile("(?:^|\\()(config-sync|agent-state-sync|conversation-provider)(?:\\)|-|$)");

    private static volatile String roles = "-";

    private static volatile String instance = "-";

    /** Tells what this process is, once it is known. */
    public static void process(String instanceId, Iterable<String> roleNames) {
        instance = instanceId;
        roles = String.join("+", roleNames);
    }

    @Override
    public Map<String, String> supplyContextData() {
        Matcher matcher = OF_A_ROLE.matcher(Thread.currentThread().getName());
        return Map.of("role", matcher.find() ? matcher.group(1) : roles, "instance", instance);
    }
}
