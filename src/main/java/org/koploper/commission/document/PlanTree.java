package org.koploper.commission.document;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The nodes of a document with their places; nothing in it is ever made into an object of a class it names. */
final class PlanTree {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 30;

    private PlanTree() {}

    /** Where a field such as {@code components[0].name} stands; empty when it is not there, or the text no document. */
    static Optional<Mark> find(String document, String path) {
        Node found;
        try {
            found = root(document);
        } catch (PlanFault unreadable) {
            return Optional.empty();
        }
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.|(?=\\[)")) {
            Node next = child(found, step);
            if (next == null) {
                return Optional.empty();
            }
            found = next;
        }
        return Optional.ofNullable(found.getStartMark());
    }

    private static @Nullable Node child(Node node, String step) {
        if (node instanceof SequenceNode list && step.startsWith("[")) {
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            return index < list.getValue().size() ? list.getValue().get(index) : null;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    /** @throws PlanFault when it cannot be read at all */
    static Node root(String document) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(document));
            if (root == null) {
                throw new PlanFault("", "not-an-object");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw Unreadable.fault(e);
        } catch (YAMLException e) {
            throw new PlanFault("", "not-readable", String.valueOf(e.getMessage()));
        }
    }
}
