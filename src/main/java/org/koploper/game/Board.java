package org.koploper.game;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Note;

/**
 * Who stands where.
 *
 * @param currency of amounts of money, ISO 4217; null where the organisation has none yet
 * @param standings best first, equal values by name; the ones without a rank at the end
 * @param notes what is in none of the values
 * @param asOf when it was read
 */
public record Board(
        BoardQuery query, @Nullable String currency, List<Standing> standings, List<Note> notes, Instant asOf) {

    public Board {
        standings = List.copyOf(standings);
        notes = List.copyOf(notes);
    }
}
