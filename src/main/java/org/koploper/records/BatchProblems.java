package org.koploper.records;

/** Problems of the batch as a whole. */
record BatchProblems(Report report) implements Problems {

    @Override
    public void error(String field, String code, Object... args) {
        report.issue(Issue.of(null, field, code, true, args));
    }

    @Override
    public void warning(String field, String code, Object... args) {
        report.issue(Issue.of(null, field, code, false, args));
    }
}
