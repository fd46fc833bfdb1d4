package org.koploper.commission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koploper.access.PersonId;

/** Who is computed with whom. */
final class Groups {

    /** What one group holds in memory is bounded, and it takes a handful of queries. */
    private static final int MOST = 1_000;

    /** Touched days in a group, where they are known: who sells every day has many deals. */
    static final int DAYS = 20_000;

    private Groups() {}

    /**
     * Everybody of these spans in one group, in the order of the persons within it. Whoever is paid together with others is in
     * a group with all of them that have moved, however many: each further group would look at all of them again.
     *
     * @param together people whose pay hangs together with that of all others in their set
     */
    static List<List<PersonId>> of(Spans spans, List<Set<PersonId>> together) {
        List<List<PersonId>> groups = new ArrayList<>();
        // by identity: to hash a set is to look at all in it
        Map<Set<PersonId>, List<PersonId>> fellows = new IdentityHashMap<>();
        List<PersonId> open = List.of();
        int heavy = 0;
        for (PersonId payee : spans.persons().stream()
                .sorted(Comparator.comparing(PersonId::value))
                .toList()) {
            Optional<Set<PersonId>> own =
                    together.stream().filter(people -> people.contains(payee)).findFirst();
            if (own.isPresent()) {
                fellows.computeIfAbsent(own.get(), people -> added(groups)).add(payee);
                continue;
            }
            if (open.isEmpty() || open.size() == MOST || heavy >= DAYS) {
                open = added(groups);
                heavy = 0;
            }
            open.add(payee);
            heavy += spans.days(payee);
        }
        return groups;
    }

    private static List<PersonId> added(List<List<PersonId>> groups) {
        groups.add(new ArrayList<>());
        return groups.getLast();
    }
}
