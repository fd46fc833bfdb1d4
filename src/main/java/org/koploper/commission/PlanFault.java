package org.koploper.commission;

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

    PlanFault(String path, String code, Object... arguments) {
        super((path.isEmpty() ? "" : path + ": ") + code + (arguments.length == 0 ? "" : " " + List.of(arguments)));
        this.path = path;
        this.code = code;
        this.arguments = List.of(arguments);
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
}
