package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which of the two kinds of files somebody wants an answer. */
final class ImportFormat {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ImportFormat() {}

    /** Whether a workbook is asked for, by the parameter {@code format} or, without it, by {@code Accept}. */
    static boolean isXlsx(@Nullable String format, HttpServletRequest request) {
        if (format != null) {
            return format.equalsIgnoreCase("xlsx");
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(XLSX) && !accepted.contains("text/csv");
    }
}
