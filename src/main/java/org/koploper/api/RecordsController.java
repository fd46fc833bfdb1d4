package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Imports;
import org.koploper.intake.Upserts;
import org.koploper.records.Counts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records of every kind, as a program sends them. */
@RestController
@Tag(name = "Records", description = "Bulk upsert by external id")
class RecordsController {

    /** The kinds of the interface; the address of any other is not found. */
    private static final String KINDS = "people|teams|customers|products|leads|quotes|deals|lines|credit-notes|invoices"
            + "|payments|activities|efforts|costs|targets|absences|closing-days|rates";

    private static final int MOST_BYTES = 32 << 20;
    private static final TypeReference<List<Map<String, @Nullable Object>>> RECORDS = new TypeReference<>() {};

    private final Upserts upserts;
    private final Idempotency idempotency;
    private final JsonMapper json;

    RecordsController(Upserts upserts, Idempotency idempotency, JsonMapper json) {
        this.upserts = upserts;
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
    @Operation(
            summary = "Write records, new and changed, all or nothing",
            description = "At most 10,000. Fields as in the import template of the kind; what an object does not"
                    + " mention stays, null empties.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            array =
                                                    @io.swagger.v3.oas.annotations.media.ArraySchema(
                                                            schema = @Schema(type = "object"),
                                                            maxItems = Upserts.MOST))),
            responses = {
                @ApiResponse(responseCode = "200", description = "Written; boards and statements are current"),
                @ApiResponse(responseCode = "413", description = "More than 10,000 objects"),
                @ApiResponse(responseCode = "422", description = "Nothing was written; violations say why")
            })
    ResponseEntity<?> put(
            @Parameter(schema = @Schema(pattern = KINDS)) @PathVariable("kind") String kind,
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
