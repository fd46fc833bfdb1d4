package org.koploper.commission.document;

import java.util.List;

/**
 * A plan that cannot be taken as it is; says where and why, and nothing was written.
 *
 * <p>Codes are translated as {@code plan.problem.<code>} with the arguments.
 */
public class PlanFault extends RuntimeException {

    private final String path;
    private final String code;
    private final transient List<Object> arguments;
    private final int line;
    private final int column;

    public PlanFault(String path, String code, Object... arguments) {
        this(path, 0, 0, code, List.of(arguments));
    }

    PlanFault(String path, int line, int column, String code, List<Object> arguments) {
        super((path.isEmpty() ? "" : path + ": ") + code + (arguments.isEmpty() ? "" : " " + arguments));
        this.path = path;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.line = line;
        this.column = column;
    }

    /** The field, such as {@code components[0].tiers.bands[1].rate}; an empty text for the whole. */
    public String path() {
        return path;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }

    /** For the sentence. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    /** Of the document, counted from 1; 0 where the fault has no place in one. */
    public int line() {
        return line;
    }

    /** In that line, counted from 1; 0 where the fault has no place in a document. */
    public int column() {
        return column;
    }

    /** The same fault with the line and column of its field in that document, where it had none and the field is there. */
    public PlanFault in(String document) {
        if (line != 0) {
            return this;
        }
        return PlanTree.find(document, path)
                .map(mark -> new PlanFault(path, mark.getLine() + 1, mark.getColumn() + 1, code, arguments()))
                .orElse(this);
    }
}
