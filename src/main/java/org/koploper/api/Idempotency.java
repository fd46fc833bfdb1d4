package org.koploper.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated write with the first answer. A key belongs to one caller and one request; it is kept for
 * {@value #KEPT_DAYS} days. A request that failed leaves its key free, so that it can be tried again.
 */
@Component
class Idempotency implements Keeping {

    static final String HEADER = "Idempotency-Key";

    private static final int KEPT_DAYS = 7;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_CALLER = 80;
    /** After this a request that never answered was interrupted, not slow. */
    private static final Duration LONGEST_REQUEST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Kept kept() {
        return Kept.during("requests", Duration.ofDays(KEPT_DAYS), null);
    }

    /**
     * Does the work, or answers what was answered before.
     *
     * @param key as the caller sent it; null or absent: just does the work
     * @param request everything that makes it this request: address and content, or their hashes
     * @throws ApiProblem 422 when the key was used for another request, 409 while the first is under way
     */
    ResponseEntity<?> once(@Nullable String key, String request, Supplier<ResponseEntity<?>> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-invalid");
        }
        String caller = caller();
        String hash = hash(request);
        forget(caller, key);
        try {
            jdbc.sql("insert into idempotency_keys (caller, idempotency_key, request_hash, created_at)"
                            + " values (:caller, :key, :hash, :now)")
                    .param("caller", caller)
                    .param("key", key)
                    .param("hash", hash)
                    .param("now", utc(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            return before(caller, key, hash);
        }
        boolean answered = false;
        try {
            ResponseEntity<?> answer = work.get();
            keep(caller, key, answer);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                free(caller, key);
            }
        }
    }

    private ResponseEntity<?> before(String caller, String key, String hash) {
        Optional<Stored> stored = jdbc.sql("select request_hash, status, location, body from idempotency_keys"
                        + " where caller = :caller and idempotency_key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, n) ->
                        new Stored(row.getString(1), (Integer) row.getObject(2), row.getString(3), row.getString(4)))
                .optional();
        if (stored.isPresent() && !stored.get().request().equals(hash)) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
        if (stored.isEmpty() || stored.get().status() == null) {
            throw new ApiProblem(HttpStatus.CONFLICT, "request-under-way");
        }
        Stored first = stored.get();
        var answer = ResponseEntity.status(first.status() == null ? 200 : first.status());
        if (first.location() != null) {
            answer.header("Location", first.location());
        }
        return first.body() == null
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON)
                        .body(first.body().getBytes(StandardCharsets.UTF_8));
    }

    private record Stored(
            String request,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body) {}

    private void keep(String caller, String key, ResponseEntity<?> answer) {
        jdbc.sql("update idempotency_keys set status = :status, location = :location, body = :body"
                        + " where caller = :caller and idempotency_key = :key")
                .param("status", answer.getStatusCode().value())
                .param("location", answer.getHeaders().getFirst("Location"))
                .param("body", answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()))
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    private void free(String caller, String key) {
        jdbc.sql("delete from idempotency_keys where caller = :caller and idempotency_key = :key and status is null")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    private void forget(String caller, String key) {
        Instant now = clock.instant();
        jdbc.sql("delete from idempotency_keys where caller = :caller and"
                        + " (created_at < :kept or (idempotency_key = :key and status is null and created_at < :slow))")
                .param("caller", caller)
                .param("key", key)
                .param("kept", utc(now.minus(Duration.ofDays(KEPT_DAYS))))
                .param("slow", utc(now.minus(LONGEST_REQUEST)))
                .update();
    }

    private static String caller() {
        String key = Caller.key();
        return key.length() <= LONGEST_CALLER ? key : hash(key);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
