package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of long lists: the header {@code Link} of a full page names the next one, with everything else that was asked. */
final class Paging {

    static final int MOST = 1_000;
    static final String USUAL = "50";
    /** Lists that are usually read as a whole. */
    static final String WHOLE = "1000";

    private Paging() {}

    /** The limit that holds: what was asked, within what is possible. */
    static int limit(int asked) {
        return Math.clamp(asked, 1, MOST);
    }

    /** Where a page ended, as it is handed out; to be handed back and not to be read. */
    static String cursor(String end) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(end.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the page before ended; null for the first page. */
    static @Nullable String end(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** A page of a list that is there as a whole. */
    static <T> ResponseEntity<List<T>> slice(
            List<T> all, @Nullable String cursor, int limit, HttpServletRequest request) {
        String end = end(cursor);
        int from;
        try {
            from = end == null ? 0 : Integer.parseInt(end);
        } catch (NumberFormatException e) {
            throw invalid();
        }
        if (from < 0) {
            throw invalid();
        }
        int to = Math.min(all.size(), from + limit);
        List<T> page = from >= to ? List.of() : all.subList(from, to);
        return withNext(page, to < all.size() ? cursor(String.valueOf(to)) : null, limit, request);
    }

    /** A page that was read by itself; a full one may have another behind it. */
    static <T> ResponseEntity<List<T>> page(
            List<T> page, Function<T, String> end, int limit, HttpServletRequest request) {
        return withNext(page, page.size() == limit ? cursor(end.apply(page.getLast())) : null, limit, request);
    }

    /** @param cursor of the next page; null where this is the last one */
    static <T> ResponseEntity<List<T>> withNext(
            List<T> page, @Nullable String cursor, int limit, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (cursor != null) {
            String next = UriComponentsBuilder.fromPath(request.getRequestURI())
                    .query(request.getQueryString())
                    .replaceQueryParam("limit", limit)
                    .replaceQueryParam("cursor", cursor)
                    .build()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    private static ApiProblem invalid() {
        return ApiProblem.invalid("cursor", "unknown-cursor");
    }
}
