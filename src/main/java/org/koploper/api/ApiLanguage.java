package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The language of messages: English, or Dutch where the request prefers it. */
final class ApiLanguage {

    private ApiLanguage() {}

    static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> locale.getLanguage().equals("nl")
                        || locale.getLanguage().equals("en"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
