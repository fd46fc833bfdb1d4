package org.koploper.intake;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought and has not decided everything about yet.
 *
 * @param id part of an address; cannot be guessed
 * @param fileName as people know it
 * @param kind of record
 * @param given what was decided so far
 * @param tried id of the import that tried it with exactly these decisions; null: not yet
 * @param committed id of the import that took it; null: not yet
 */
public record Upload(
        String id,
        String fileName,
        String kind,
        Mapping given,
        @Nullable Long tried,
        @Nullable Long committed) {

    Upload decided(Mapping mapping) {
        return new Upload(id, fileName, kind, mapping, mapping.equals(given) ? tried : null, committed);
    }

    Upload tried(long attempt) {
        return new Upload(id, fileName, kind, given, attempt, committed);
    }

    Upload committed(long taken) {
        return new Upload(id, fileName, kind, given, tried, taken);
    }
}
