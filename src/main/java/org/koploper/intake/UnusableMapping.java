package org.koploper.intake;

import java.util.List;

/** A mapping that contradicts the file or the kind of record; nothing was done. */
public class UnusableMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    UnusableMapping(List<Flaw> flaws) {
        super(flaws.toString());
        this.flaws = List.copyOf(flaws);
    }

    /** What is wrong with it. */
    public List<Flaw> flaws() {
        return flaws;
    }

    /**
     * One thing that is wrong.
     *
     * @param place such as {@code columns.deal_stage}
     * @param code stable kebab-case code; the sentence is {@code problem.<code>}
     */
    public record Flaw(String place, String code, List<String> args) {}
}
