package org.engageconnector.app.routes;

import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the line of a place in a YAML text. */
final class YamlLines {

    private final List<String> lines;

    private final Node root;

    YamlLines(String text) {
        this.lines = text.lines().toList();
        this.root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
    }

    /** The line of a JSON path such as {@code $[0].route.from}; of its nearest known parent where it does not exist. */
    int line(String path) {
        Node node = root;
        int line = 1;
        for (String step : path.replace("$", "").replaceAll("\\[(\\d+)]", ".$1").split("\\.")) {
            Node next = step.isEmpty() ? node : child(node, step);
            if (next == null) {
                break;
            }
            node = next;
            line = node.getStartMark().getLine() + 1;
        }
        return line;
    }

    /** The first line that holds the text; 0 when none does. */
    int lineOf(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Node child(Node node, String step) {
        if (node instanceof SequenceNode list && step.matches("\\d+")) {
            int index = Integer.parseInt(step);
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }
}
