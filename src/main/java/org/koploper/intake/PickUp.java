package org.koploper.intake;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Imports what other programs put into a folder, read as files with such columns were read the last time; where none was, it is
 * not guessed, and the file fails. Safe to be interrupted anywhere: a file that was taken and has no import yet goes back, one that has an
 * import waits for its end.
 */
final class PickUp {

    /** In whose name, as the trail and the history show it. */
    static final String NAME = "Koploper: import folder";

    private static final Logger LOG = LoggerFactory.getLogger(PickUp.class);

    private final PickUpFolder folder;
    private final Imports imports;
    private final RecordKinds kinds;
    private final ImportRows rows;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PickUp(
            PickUpFolder folder,
            Imports imports,
            RecordKinds kinds,
            ImportRows rows,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.folder = folder;
        this.imports = imports;
        this.kinds = kinds;
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Settles what ended since, and takes what lies there complete. Only one may run at a time, on whatever node. */
    void run() {
        Caller.asSystem(NAME, () -> {
            try {
                List<String> names = kinds.all().stream().map(RecordKind::name).toList();
                folder.prepare(names);
                for (String kind : names) {
                    finish(kind);
                    take(kind);
                }
            } catch (IOException e) {
                LOG.error("The import folder cannot be used", e);
            }
        });
    }

    private void finish(String kind) throws IOException {
        for (PickUpFolder.Taken taken : folder.working(kind)) {
            Optional<Import> made = taken.id().flatMap(imports::find);
            if (made.isEmpty()) {
                folder.giveBack(taken);
            } else if (made.get().state() != Import.State.RUNNING) {
                settle(taken, made.get());
            }
        }
    }

    private void take(String kind) throws IOException {
        for (Path file : folder.complete(kind, clock.instant())) {
            Optional<PickUpFolder.Taken> taken = folder.take(kind, file);
            if (taken.isPresent()) {
                run(taken.get());
            }
        }
    }

    private void run(PickUpFolder.Taken taken) throws IOException {
        try {
            Import made = imported(taken);
            PickUpFolder.Taken numbered = folder.number(taken, made.id());
            if (made.state() != Import.State.RUNNING) {
                settle(numbered, made);
            }
        } catch (Imports.TooManyImports e) {
            // there will be room at one of the next looks
            folder.giveBack(taken);
        } catch (RuntimeException e) {
            LOG.error("A file of the kind {} in the import folder broke off", taken.kind(), e);
            Import refused = refused(taken, "import-broken-off");
            settle(folder.number(taken, refused.id()), refused);
        }
    }

    private Import imported(PickUpFolder.Taken taken) throws IOException {
        if (Files.size(taken.path()) > Uploads.MOST_BYTES) {
            return refused(taken, "file-too-large");
        }
        Optional<Mapping> known = imports.remembered(taken.source(), taken.kind());
        return known.isEmpty()
                ? refused(taken, "no-remembered-mapping")
                : imports.run(taken.source(), taken.name(), taken.kind(), known.get(), true);
    }

    /** An import that says why there was none. */
    private Import refused(PickUpFolder.Taken taken, String reason) throws IOException {
        RecordKind kind = kinds.find(taken.kind()).orElseThrow();
        long id = ids.next();
        Plan nothing = Plan.of(Opened.nothing(), kind, Mapping.NONE);
        rows.start(id, nothing, taken.name(), HexFormat.of().formatHex(Hashes.sha256(taken.name())), false);
        rows.failed(id, reason, false);
        return rows.find(id).orElseThrow();
    }

    private void settle(PickUpFolder.Taken taken, Import made) throws IOException {
        boolean taking =
                made.counts().rows() > made.counts().rejected() || made.counts().rows() == 0;
        boolean done = made.state() == Import.State.DONE && taking;
        Path lies = folder.settle(taken, done);
        if (!done || made.counts().rejected() > 0) {
            reasons(made, lies);
            events.publishEvent(new PickUpFailed(made.id(), made.fileName()));
        }
    }

    /** Beside the file: the rejected rows with their reasons or, where there are none, what is wrong with the file. */
    private void reasons(Import made, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (made.counts().rejected() > 0) {
            try (Writer out = Files.newBufferedWriter(file.resolveSibling(name + ".rejected.csv"))) {
                imports.rejected(made.id()).orElseThrow().write(out, Locale.ENGLISH);
            }
            return;
        }
        String why = made.reason() == null ? "" : Sentences.of(made.reason(), List.of(), Locale.ENGLISH) + "\n";
        String problems = imports.problems(made.id(), 0, 1_000).stream()
                .map(problem -> (problem.column() == null ? "" : problem.column() + ": ")
                        + Sentences.of(problem.code(), problem.args(), Locale.ENGLISH) + "\n")
                .collect(Collectors.joining());
        Files.writeString(file.resolveSibling(name + ".reasons.txt"), why + problems);
    }
}
