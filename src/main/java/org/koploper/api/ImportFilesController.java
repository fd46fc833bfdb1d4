package org.koploper.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Imports;
import org.koploper.intake.RejectedFile;
import org.koploper.intake.Templates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that imports give back: rejected rows, and templates to fill in. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportFilesController {

    private static final String SCOPE = "hasAuthority('SCOPE_imports')";

    private final Imports imports;
    private final Templates templates;

    ImportFilesController(Imports imports, Templates templates) {
        this.imports = imports;
        this.templates = templates;
    }

    @GetMapping(
            path = "/{id}/rejected",
            produces = {"text/csv", ImportFormat.XLSX})
    @PreAuthorize(SCOPE)
    @Operation(summary = "The rejected rows as CSV or XLSX, with the original columns and the reasons")
    void rejected(
            @PathVariable("id") long id,
            @RequestParam(name = "format", required = false) @Nullable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RejectedFile file = imports.rejected(id).orElseThrow(ImportFilesController::notFound);
        if (ImportFormat.isXlsx(format, request)) {
            response.setContentType(ImportFormat.XLSX);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".xlsx\"");
            file.writeXlsx(response.getOutputStream(), ApiLanguage.of(request));
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            file.write(out, ApiLanguage.of(request));
        }
    }

    @GetMapping(
            path = "/templates/{kind}",
            produces = {"text/csv", ImportFormat.XLSX})
    @PreAuthorize(SCOPE)
    @Operation(summary = "A CSV or XLSX file with the canonical headers of a kind and one example row")
    ResponseEntity<byte[]> template(
            @PathVariable("kind") String kind,
            @RequestParam(name = "format", required = false) @Nullable String format,
            HttpServletRequest request) {
        try {
            return ImportFormat.isXlsx(format, request)
                    ? file(templates.xlsx(kind), kind + ".xlsx", MediaType.parseMediaType(ImportFormat.XLSX))
                    : file(
                            templates.csv(kind).getBytes(StandardCharsets.UTF_8),
                            kind + ".csv",
                            new MediaType("text", "csv", StandardCharsets.UTF_8));
        } catch (Imports.UnknownKind unknown) {
            throw notFound();
        }
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found");
    }
}
