package org.koploper.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.CellChange;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.Mapping;
import org.koploper.intake.Mappings;
import org.koploper.intake.Undo;
import org.koploper.records.NotUndone;
import org.koploper.records.Undone;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files: try, take, look up. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Files of records: dry run, commit, what became of them")
class ImportsController {

    private static final String SCOPE = "hasAuthority('SCOPE_imports')";
    private static final String REMEMBERED = "remembered";
    private static final int MOST_LISTED = 1_000;

    private final Imports imports;
    private final Undo undo;
    private final Mappings mappings;
    private final Clock clock;
    private final Idempotency idempotency;
    private final JsonMapper strict;

    ImportsController(
            Imports imports, Undo undo, Mappings mappings, Clock clock, Idempotency idempotency, JsonMapper json) {
        this.mappings = mappings;
        this.imports = imports;
        this.undo = undo;
        this.clock = clock;
        this.idempotency = idempotency;
        this.strict = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(
            summary = "Try a file, or take it",
            description = "Without commit=true nothing is written but the report. Warnings do not reject.",
            responses = {
                @ApiResponse(responseCode = "200", description = "Through; boards and statements are current"),
                @ApiResponse(responseCode = "202", description = "More than 20,000 rows: under way, see Location"),
                @ApiResponse(responseCode = "422", description = "The mapping or the kind does not fit")
            })
    ResponseEntity<?> run(
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "Such as deals, people, products, customers") @RequestParam("kind") String kind,
            @Parameter(
                            description =
                                    "JSON: {columns: {header: field}, values: {field: {text: meaning}},"
                                            + " defaults: {field: value}, problems: {field: {code: {action, value}}},"
                                            + " transforms: {header: {change, value}}, dateFormat, decimal, separator, encoding}")
                    @RequestParam(name = "mapping", required = false)
                    @Nullable
                    String mapping,
            @RequestParam(name = "commit", defaultValue = "false") boolean commit,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            HttpServletRequest request) {
        Mapping given = REMEMBERED.equals(mapping)
                ? imports.remembered(file::getInputStream, kind)
                        .orElseThrow(() -> new ApiProblem(
                                HttpStatus.UNPROCESSABLE_CONTENT, "no-remembered-mapping", List.of(), List.of()))
                : mapping(mapping);
        String content = key == null ? "" : hash(file) + " " + kind + " " + commit + " " + given;
        return idempotency.once(key, "POST imports " + content, () -> {
            String name = file.getOriginalFilename();
            Import done = imports.run(file::getInputStream, name == null ? "" : name, kind, given, commit);
            ImportAnswer answer = answer(done, ApiLanguage.of(request));
            return done.state() == Import.State.RUNNING
                    ? ResponseEntity.accepted()
                            .location(URI.create("/api/v1/imports/" + done.id()))
                            .body(answer)
                    : ResponseEntity.ok(answer);
        });
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "Imports, newest first, without their problems; the header Link names the next page")
    ResponseEntity<List<ImportAnswer>> list(
            @RequestParam(name = "cursor", required = false) @Nullable Long cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            HttpServletRequest request) {
        int most = Math.clamp(limit, 1, MOST_LISTED);
        Locale language = ApiLanguage.of(request);
        List<ImportAnswer> page = imports.list(cursor == null ? Long.MAX_VALUE : cursor, most).stream()
                .map(found -> ImportAnswer.of(found, List.of(), List.of(), clock.instant(), language))
                .toList();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.size() == most) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/imports?limit=" + most + "&cursor="
                            + page.getLast().id() + ">; rel=\"next\"");
        }
        return answer.body(page);
    }

    @GetMapping(path = "/mappings", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "How files were read, by their columns, the newest first: what mapping=remembered stands for")
    List<Mappings.Kept> mappings(@RequestParam(name = "kind", required = false) @Nullable String kind) {
        return mappings.all(kind, MOST_LISTED);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "What became of a file")
    ImportAnswer one(@PathVariable("id") long id, HttpServletRequest request) {
        return answer(imports.find(id).orElseThrow(ImportsController::notFound), ApiLanguage.of(request));
    }

    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(
            summary = "Take an import back: every record becomes what it was",
            responses = {
                @ApiResponse(responseCode = "200", description = "Done; boards and statements are current"),
                @ApiResponse(responseCode = "202", description = "More than 20,000 records: under way, see Location"),
                @ApiResponse(responseCode = "409", description = "Records in the way are named; nothing was done")
            })
    ResponseEntity<?> undo(
            @PathVariable("id") long id,
            @Parameter(description = "Take back what can be, and leave the rest")
                    @RequestParam(name = "partly", defaultValue = "false")
                    boolean partly,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            HttpServletRequest request) {
        return idempotency.once(
                key, "DELETE imports " + id + " " + partly, () -> undone(id, partly, ApiLanguage.of(request)));
    }

    private ResponseEntity<?> undone(long id, boolean partly, Locale language) {
        Import found = imports.find(id).orElseThrow(ImportsController::notFound);
        if (!undo.isPossible(found)) {
            throw new ApiProblem(HttpStatus.CONFLICT, "nothing-to-undo");
        }
        try {
            Optional<Undone> undone = undo.undo(found, partly);
            return undone.isPresent()
                    ? ResponseEntity.ok(UndoAnswer.of(undone.get(), language))
                    : ResponseEntity.accepted()
                            .location(URI.create("/api/v1/imports/" + id))
                            .body(answer(imports.find(id).orElse(found), language));
        } catch (NotUndone e) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "not-undone",
                    List.of(),
                    e.obstacles().stream()
                            .map(stays -> new ApiProblem.Violation(
                                    stays.kind() + "/" + stays.externalId(), stays.code(), stays.args()))
                            .toList());
        }
    }

    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "Stop a large file before its next portion; what was taken stays")
    ResponseEntity<?> cancel(
            @PathVariable("id") long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            HttpServletRequest request) {
        return idempotency.once(key, "POST imports cancel " + id, () -> {
            imports.cancel(id);
            return ResponseEntity.ok(one(id, request));
        });
    }

    @GetMapping(path = "/{id}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "Cells that differ from what is there; the first 1,000 of an import are kept")
    List<CellChange> changes(
            @PathVariable("id") long id,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        imports.find(id).orElseThrow(ImportsController::notFound);
        return imports.changes(id, Math.max(0, from), Math.clamp(limit, 1, MOST_LISTED));
    }

    @GetMapping(path = "/{id}/groups", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(SCOPE)
    @Operation(summary = "The problems by kind and column, with their numbers and the field to decide about")
    List<ImportAnswer.Group> groups(@PathVariable("id") long id, HttpServletRequest request) {
        Import found = imports.find(id).orElseThrow(ImportsController::notFound);
        Locale language = ApiLanguage.of(request);
        return imports.problemGroups(id).stream()
                .map(group -> ImportAnswer.Group.of(group, found.mapping(), language))
                .toList();
    }

    private ImportAnswer answer(Import found, Locale language) {
        return ImportAnswer.of(
                found,
                imports.changes(found.id(), 0, ImportAnswer.MOST_CHANGES),
                imports.problems(found.id(), 0, ImportAnswer.MOST_PROBLEMS),
                clock.instant(),
                language);
    }

    private Mapping mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Mapping.NONE;
        }
        try {
            Mapping mapping = strict.readValue(text, Mapping.class);
            if (mapping != null) {
                return mapping;
            }
        } catch (JacksonException e) {
            // said below, in our own words
        }
        throw new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unusable-mapping",
                List.of(),
                List.of(new ApiProblem.Violation("mapping", "malformed-json", List.of())));
    }

    private static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found");
    }

    private static String hash(MultipartFile file) {
        try (InputStream bytes = file.getInputStream();
                DigestInputStream in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
