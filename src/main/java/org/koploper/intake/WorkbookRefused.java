package org.koploper.intake;

/** A file that calls itself a workbook and cannot be taken as one. */
final class WorkbookRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String arg;

    /** @param code of the problem: {@code unreadable-workbook}, {@code workbook-too-large}, {@code unknown-sheet} */
    WorkbookRefused(String code, String arg) {
        super(code);
        this.code = code;
        this.arg = arg;
    }

    String code() {
        return code;
    }

    String arg() {
        return arg;
    }
}
