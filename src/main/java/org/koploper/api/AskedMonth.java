package org.koploper.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A month in an address. */
final class AskedMonth {

    private AskedMonth() {}

    /** @throws ApiProblem 400 for anything but {@code 2026-11} */
    static YearMonth of(String text) {
        try {
            if (text.length() == "2026-11".length()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            // answered below
        }
        List<String> args = List.of(ApiProblem.shortened(text));
        throw new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "malformed-month",
                args,
                List.of(new ApiProblem.Violation("month", "malformed-month", args)));
    }
}
