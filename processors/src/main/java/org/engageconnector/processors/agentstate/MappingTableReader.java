package org.engageconnector.processors.agentstate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engageconnector.processors.agentstate.MappingTable.PresenceFrom;
import org.engageconnector.processors.agentstate.MappingTable.Reason;
import org.engageconnector.processors.agentstate.MappingTable.Row;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads and checks {@code config/agent-state-mapping.yaml}; every error names its line and the allowed values. */
final class MappingTableReader {

    private final String file;

    private MappingTableReader(String file) {
        this.file = file;
    }

    static MappingTable read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return read(file.toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the agent state mapping " + file + " cannot be read", e);
        }
    }

    static MappingTable read(String file, Reader text) {
        return new MappingTableReader(file).table(text);
    }

    private MappingTable table(Reader text) {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(text);
        } catch (MarkedYAMLException e) {
            throw new MappingTableException(file, e.getProblemMark().getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new MappingTableException(file, 1, "not YAML that can be read: " + e.getMessage());
        }
        if (root == null) {
            throw new MappingTableException(file, 1, "empty; expected 'reasons' and 'states'");
        }
        Map<String, Node> parts = fields(root, Set.of("reasons", "states"));
        List<Reason> reasons = new ArrayList<>();
        if (parts.containsKey("reasons")) {
            items(parts.get("reasons")).forEach(node -> reasons.add(reason(node)));
        }
        if (!parts.containsKey("states")) {
            throw error(root, "'states' is missing");
        }
        List<Row> rows = new ArrayList<>();
        items(parts.get("states")).forEach(node -> rows.add(row(node)));
        MappingTable table = new MappingTable(List.copyOf(reasons), List.copyOf(rows));
        everyStateHasARow(parts.get("states"), table);
        return table;
    }

    private Reason reason(Node node) {
        Map<String, Node> fields = fields(node, Set.of("key", "value", "presence"));
        for (String needed : List.of("key", "value", "presence")) {
            if (!fields.containsKey(needed)) {
                throw error(node, "a reason needs key, value and presence");
            }
        }
        return new Reason(text(fields.get("key")), text(fields.get("value")), presence(fields.get("presence")));
    }

    private Row row(Node node) {
        Map<String, Node> fields = fields(
                node, Set.of("status", "callType", "wasReady", "presence", "otherwise", "routingStatus", "change"));
        if (!fields.containsKey("status")) {
            throw error(node, "a state row needs 'status'");
        }
        Set<StatServerStatus> statuses = statuses(fields.get("status"));
        CallType callType = fields.containsKey("callType") ? callType(fields.get("callType")) : null;
        Boolean wasReady = fields.containsKey("wasReady") ? flag(fields.get("wasReady")) : null;
        if (fields.containsKey("change")) {
            if (!text(fields.get("change")).equals("none")) {
                throw error(fields.get("change"), "change can only be 'none'");
            }
            return new Row(statuses, callType, wasReady, PresenceFrom.VALUE, null, null);
        }
        if (!fields.containsKey("presence") || !fields.containsKey("routingStatus")) {
            throw error(node, "a state row needs 'presence' and 'routingStatus', or 'change: none'");
        }
        Node presence = fields.get("presence");
        PresenceFrom from =
                switch (text(presence)) {
                    case "$reason" -> PresenceFrom.REASON;
                    case "$lastNotReady" -> PresenceFrom.LAST_NOT_READY;
                    default -> PresenceFrom.VALUE;
                };
        SystemPresence value = from == PresenceFrom.VALUE
                ? presence(presence)
                : fields.containsKey("otherwise") ? presence(fields.get("otherwise")) : SystemPresence.Busy;
        return new Row(statuses, callType, wasReady, from, value, routingStatus(fields.get("routingStatus")));
    }

    /** A row that narrows its states to a call type or to agents who were ready leaves the others without one. */
    private void everyStateHasARow(Node states, MappingTable table) {
        List<String> without = Arrays.stream(StatServerStatus.values())
                .flatMap(status -> withoutRow(table, status))
                .toList();
        if (!without.isEmpty()) {
            throw error(states, "no row for " + without + "; add one, or {status: \"*\", change: none} as the last");
        }
    }

    private static Stream<String> withoutRow(MappingTable table, StatServerStatus status) {
        List<String> cases = new ArrayList<>();
        for (CallType type : CallType.values()) {
            for (boolean ready : new boolean[] {true, false}) {
                if (table.row(status.number(), type.ordinal(), ready).isEmpty()) {
                    cases.add("%s with callType %s and wasReady %s".formatted(status, type, ready));
                }
            }
        }
        boolean all = cases.size() == 2 * CallType.values().length;
        return all ? Stream.of(status.name()) : cases.stream().limit(1);
    }

    private Set<StatServerStatus> statuses(Node node) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.size() == 1 && text(nodes.get(0)).equals("*")) {
            return null;
        }
        Set<StatServerStatus> statuses = EnumSet.noneOf(StatServerStatus.class);
        for (Node one : nodes) {
            statuses.add(StatServerStatus.named(text(one))
                    .orElseThrow(() -> error(
                            one,
                            "unknown state '" + text(one) + "'; allowed: " + names(StatServerStatus.values())
                                    + ", *")));
        }
        return statuses;
    }

    private SystemPresence presence(Node node) {
        return SystemPresence.named(text(node))
                .orElseThrow(() -> error(
                        node,
                        "unknown presence '" + text(node) + "'; allowed: " + SystemPresence.allowed()
                                + ", and in a state row $reason, $lastNotReady"));
    }

    private RoutingStatus routingStatus(Node node) {
        return RoutingStatus.named(text(node))
                .orElseThrow(() -> error(
                        node, "unknown routing status '" + text(node) + "'; allowed: " + RoutingStatus.allowed()));
    }

    private CallType callType(Node node) {
        return CallType.named(text(node))
                .orElseThrow(() ->
                        error(node, "unknown call type '" + text(node) + "'; allowed: " + names(CallType.values())));
    }

    private boolean flag(Node node) {
        return switch (text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(node, "wasReady is true or false");
        };
    }

    private Map<String, Node> fields(Node node, Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "expected one of " + sorted(allowed) + " with a value");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode());
            if (!allowed.contains(name)) {
                throw error(tuple.getKeyNode(), "unknown word '" + name + "'; allowed: " + sorted(allowed));
            }
            fields.put(name, tuple.getValueNode());
        }
        return fields;
    }

    private List<Node> items(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        throw error(node, "expected a list");
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().trim();
        }
        throw error(node, "expected one word");
    }

    private MappingTableException error(Node node, String what) {
        return new MappingTableException(file, node.getStartMark().getLine() + 1, what);
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
