package org.koploper.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the references of one chunk: by external id, by exact name, by a name that differs in case and spaces only. What
 * may be created gets an id here and is written only if a row that needs it is taken.
 */
final class Lookup {

    /** What a text turned out to name. */
    sealed interface Found {}

    /** Exactly this. */
    record Exact(long id) implements Found {}

    /** This, spelled differently; it may be something that does not exist yet. */
    record Similar(long id, String name, @Nullable Created created) implements Found {}

    /** Several things have that name. */
    record Several(int many) implements Found {}

    /** Nothing. */
    record Nothing(@Nullable String nearest) implements Found {}

    /** Nothing yet. */
    record New(Created created) implements Found {}

    /** A record that comes into being because something refers to it. */
    record Created(String kind, long id, String name) {}

    private final Run run;
    private final @Nullable InFile inFile;
    private final Map<String, Map<String, Long>> byExternalId = new HashMap<>();
    private final Map<String, Map<String, List<Long>>> byName = new HashMap<>();
    private final Map<String, Map<String, Created>> pending = new HashMap<>();

    /** @param inFile the rows of this very source, for a kind that refers to itself */
    Lookup(Run run, @Nullable InFile inFile) {
        this.run = run;
        this.inFile = inFile;
    }

    /** Reads everything that these texts can name: two statements per kind. */
    void load(Map<String, Set<String>> textsByKind) {
        textsByKind.forEach((kind, texts) -> {
            Map<String, Long> ids = run.rows(kind).idsByExternalId(texts);
            byExternalId.put(kind, ids);
            Set<String> rest = new HashSet<>(texts);
            rest.removeAll(ids.keySet());
            if (run.named(kind)) {
                byName.put(kind, run.rows(kind).idsByName(rest));
            }
        });
    }

    Found find(String kind, String text, boolean creating) {
        InFile own = inFile != null && inFile.kind().equals(kind) ? inFile : null;
        Long id = byExternalId.getOrDefault(kind, Map.of()).get(text);
        if (id == null && own != null) {
            id = own.byExternalId(text);
        }
        if (id != null) {
            return new Exact(id);
        }
        if (!run.named(kind)) {
            return new Nothing(null);
        }
        Set<Long> named = Stream.concat(
                        byName.getOrDefault(kind, Map.of()).getOrDefault(text, List.of()).stream(),
                        own == null ? Stream.empty() : own.byName(text).stream())
                .collect(Collectors.toSet());
        if (!named.isEmpty()) {
            return named.size() == 1 ? new Exact(named.iterator().next()) : new Several(named.size());
        }
        String loose = Texts.loose(text);
        Created earlier = run.created(kind).get(loose);
        Created waiting = pending.getOrDefault(kind, Map.of()).get(loose);
        if (earlier != null) {
            return earlier.name().equals(text)
                    ? new Exact(earlier.id())
                    : new Similar(earlier.id(), earlier.name(), null);
        }
        if (waiting != null) {
            return waiting.name().equals(text) ? new New(waiting) : new Similar(waiting.id(), waiting.name(), waiting);
        }
        Map<Long, String> similar = run.names(kind).spelledLike(text).stream()
                .collect(Collectors.toMap(Rows.Named::id, Rows.Named::name, (a, b) -> a));
        if (own != null) {
            own.spelledLike(text).forEach(row -> similar.put(row.id(), row.name()));
        }
        if (!similar.isEmpty()) {
            var only = similar.entrySet().iterator().next();
            return similar.size() == 1
                    ? new Similar(only.getKey(), only.getValue(), null)
                    : new Several(similar.size());
        }
        return creating && run.canBeCreated(kind, text)
                ? new New(create(kind, text))
                : new Nothing(run.nearest(kind, text));
    }

    private Created create(String kind, String text) {
        Created created = new Created(kind, run.newId(), text);
        pending.computeIfAbsent(kind, k -> new HashMap<>()).put(Texts.loose(text), created);
        return created;
    }

    /** The rows of a source by everything they can be called. */
    static final class InFile {
        private final String kind;
        private final Map<String, Long> externalIds = new HashMap<>();
        private final Map<String, Set<Long>> names = new HashMap<>();
        private final Map<String, Set<Rows.Named>> loose = new HashMap<>();

        InFile(String kind) {
            this.kind = kind;
        }

        void add(long id, String externalId, @Nullable String name) {
            externalIds.putIfAbsent(externalId, id);
            if (name != null) {
                names.computeIfAbsent(name, n -> new HashSet<>()).add(id);
                loose.computeIfAbsent(Texts.loose(name), n -> new HashSet<>()).add(new Rows.Named(id, name));
            }
        }

        String kind() {
            return kind;
        }

        @Nullable
        Long byExternalId(String text) {
            return externalIds.get(text);
        }

        Set<Long> byName(String text) {
            return names.getOrDefault(text, Set.of());
        }

        Set<Rows.Named> spelledLike(String text) {
            return loose.getOrDefault(Texts.loose(text), Set.of());
        }
    }
}
