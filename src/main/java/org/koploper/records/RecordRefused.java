package org.koploper.records;

import java.util.List;

/** What somebody wanted to save breaks a rule; nothing was written. */
public final class RecordRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    RecordRefused(List<Issue> issues) {
        super(issues.toString());
        this.issues = List.copyOf(issues);
    }

    static RecordRefused because(String field, String code, Object... args) {
        return new RecordRefused(List.of(Issue.of(null, field, code, true, args)));
    }

    /** What is wrong, by field; the field {@code why} is the reason for the change. */
    public List<Issue> issues() {
        return issues;
    }
}
