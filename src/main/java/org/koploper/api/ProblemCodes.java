package org.koploper.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every code that a refusal can have, by status: what programs may branch on. */
final class ProblemCodes {

    static final Map<Integer, List<String>> BY_STATUS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    400,
                    List.of(
                            "malformed-json",
                            "invalid-parameter",
                            "missing-parameter",
                            "malformed-month",
                            "invalid-request")),
            Map.entry(401, List.of("unauthorized")),
            Map.entry(403, List.of("forbidden")),
            Map.entry(404, List.of("not-found")),
            Map.entry(405, List.of("method-not-allowed")),
            Map.entry(406, List.of("not-acceptable")),
            Map.entry(
                    409,
                    List.of(
                            "conflict",
                            "request-under-way",
                            "not-undone",
                            "nothing-to-undo",
                            "still-used",
                            "has-history",
                            "period-already-closed",
                            "period-not-over",
                            "period-earlier-is-open",
                            "period-being-computed",
                            "period-lacks-rate",
                            "period-lacks-invoice",
                            "period-lacks-cost",
                            "period-lacks-score",
                            "period-lacks-quota",
                            "period-other-totals")),
            Map.entry(412, List.of("changed-meanwhile")),
            Map.entry(413, List.of("too-many-objects", "too-large")),
            Map.entry(415, List.of("unsupported-media-type")),
            Map.entry(
                    422,
                    List.of(
                            "records-rejected",
                            "plan-refused",
                            "unknown-kind",
                            "unusable-mapping",
                            "no-remembered-mapping",
                            "reason-needed",
                            "too-long",
                            "webhook-refused",
                            "idempotency-key-reused",
                            "idempotency-key-invalid")),
            Map.entry(429, List.of("too-many-attempts")),
            Map.entry(500, List.of("internal-error")),
            Map.entry(503, List.of("too-many-imports"))));

    private ProblemCodes() {}
}
