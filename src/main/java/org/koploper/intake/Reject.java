package org.koploper.intake;

import java.util.List;

/** A row that was not taken, as it stood in the file. */
record Reject(long row, List<String> cells, List<ImportProblem> reasons) {}
