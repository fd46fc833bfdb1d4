package org.koploper.sales;

import java.util.List;

/** A change of a deal that breaks a rule; nothing was changed. */
public class DealRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DealProblem> problems;

    DealRefused(List<DealProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one. */
    public List<DealProblem> problems() {
        return problems;
    }
}
