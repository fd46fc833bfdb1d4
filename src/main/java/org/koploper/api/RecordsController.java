package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Imports;
import org.koploper.intake.Upserts;
import org.koploper.records.Counts;
import org.koploper.records.Issue;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.records.RecordView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records of every kind, as a program sends them. */
@RestController
class RecordsController {

    /** The kinds of the interface; the address of any other is not found. */
    static final String KINDS = "people|teams|customers|products|leads|quotes|deals|lines|credit-notes|invoices"
            + "|payments|activities|efforts|costs|targets|absences|closing-days|rates|survey-answers-customer"
            + "|product-costs|scores|job-roles|market-sizes|visitors";

    /** External ids such as {@code P-104/2026-09-14} hold slashes. */
    private static final String ONE = "/api/v1/{kind:" + KINDS + "}/{externalId}/{*rest}";

    private static final int MOST_BYTES = 32 << 20;
    private static final TypeReference<List<Map<String, @Nullable Object>>> RECORDS = new TypeReference<>() {};

    private final Upserts upserts;
    private final RecordKinds kinds;
    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final Idempotency idempotency;
    private final JsonMapper json;

    RecordsController(
            Upserts upserts,
            RecordKinds kinds,
            RecordShelf shelf,
            RecordEdits edits,
            Idempotency idempotency,
            JsonMapper json) {
        this.upserts = upserts;
        this.kinds = kinds;
        this.shelf = shelf;
        this.edits = edits;
        this.idempotency = idempotency;
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    @PutMapping(
            path = "/api/v1/{kind:" + KINDS + "}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_imports')")
    ResponseEntity<?> put(
            @PathVariable("kind") String kind,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        List<Map<String, @Nullable Object>> records = read(body);
        if (records.size() > Upserts.MOST) {
            throw new ApiProblem(
                    HttpStatus.CONTENT_TOO_LARGE, "too-many-objects", "" + Upserts.MOST, "" + records.size());
        }
        return idempotency.once(key, "PUT " + kind + " " + Idempotency.hash(body), () -> {
            try {
                return ResponseEntity.ok(Written.of(upserts.apply(kind, records)));
            } catch (Imports.UnknownKind unknown) {
                throw new ApiProblem(HttpStatus.NOT_FOUND, "not-found");
            }
        });
    }

    @GetMapping(path = "/api/v1/{kind:" + KINDS + "}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_records')")
    ResponseEntity<List<Map<String, @Nullable Object>>> list(
            @PathVariable("kind") String kind,
            @RequestParam(name = "externalId", required = false) @Nullable String externalId,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = Paging.USUAL) int limit,
            HttpServletRequest request) {
        RecordKind found = kind(kind);
        if (externalId != null) {
            return ResponseEntity.ok(shelf.find(kind, externalId).stream()
                    .map(one -> RecordTexts.of(found, one.row()))
                    .toList());
        }
        int most = Paging.limit(limit);
        List<Map<String, @Nullable Object>> page = shelf.after(kind, Paging.end(cursor), most).stream()
                .map(row -> RecordTexts.of(found, row))
                .toList();
        return Paging.page(page, last -> String.valueOf(last.get("externalId")), most, request);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('SCOPE_records')")
    ResponseEntity<Map<String, @Nullable Object>> one(
            @PathVariable("kind") String kind,
            @PathVariable("externalId") String externalId,
            @PathVariable("rest") String rest) {
        RecordRow row = seen(kind, externalId + rest);
        return ResponseEntity.ok().eTag(String.valueOf(row.version())).body(RecordTexts.of(kind(kind), row));
    }

    @DeleteMapping(ONE)
    @PreAuthorize("hasAuthority('SCOPE_imports') and hasAuthority('SCOPE_records')")
    ResponseEntity<?> remove(
            @PathVariable("kind") String kind,
            @PathVariable("externalId") String externalId,
            @PathVariable("rest") String rest,
            @RequestParam(name = "reason", required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        String request = "DELETE " + kind + "/" + externalId + rest + " " + version + " " + reason;
        return idempotency.once(key, request, () -> {
            RecordRow row = seen(kind, externalId + rest);
            if (version != null && !version.equals("\"" + row.version() + "\"")) {
                throw new ApiProblem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
            }
            try {
                edits.remove(kind, row.externalId(), row.version(), reason);
            } catch (RecordConflict e) {
                throw new ApiProblem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
            } catch (RecordRefused refused) {
                throw refused(refused);
            }
            return ResponseEntity.noContent().build();
        });
    }

    private RecordRow seen(String kind, String externalId) {
        return shelf.find(kind(kind).name(), externalId).map(RecordView::row).orElseThrow(ApiProblem::notFound);
    }

    private RecordKind kind(String name) {
        return kinds.find(name).orElseThrow(ApiProblem::notFound);
    }

    /** A record that has to stay is in conflict with others; a reason that is missing or too long is input. */
    private static ApiProblem refused(RecordRefused refused) {
        Issue first = refused.issues().getFirst();
        if (!first.field().equals("why")) {
            return new ApiProblem(HttpStatus.CONFLICT, first.code(), first.args(), List.of());
        }
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                first.code(),
                first.args(),
                List.of(new ApiProblem.Violation("reason", first.code(), first.args())));
    }

    private List<Map<String, @Nullable Object>> read(byte[] body) {
        try {
            List<Map<String, @Nullable Object>> records = json.readValue(body, RECORDS);
            if (records != null && records.stream().allMatch(record -> record instanceof Map<?, ?>)) {
                return records;
            }
        } catch (JacksonException e) {
            // said below, in our own words
        }
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "malformed-json");
    }

    /** How many records were new, changed, or as they were. */
    record Written(@JsonProperty("new") int created, int changed, int unchanged) {

        static Written of(Counts counts) {
            return new Written(counts.created(), counts.changed(), counts.unchanged());
        }
    }
}
