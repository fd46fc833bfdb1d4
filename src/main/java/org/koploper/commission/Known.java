package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.springframework.stereotype.Component;

/**
 * Of whom more has to be known than is computed: everybody who is paid together with a payee, and where a payee is paid on
 * what lower levels leave, everybody below; and so on for these.
 */
@Component
class Known {

    private final Coverage coverage;
    private final Fellows fellows;

    Known(Coverage coverage, Fellows fellows) {
        this.coverage = coverage;
        this.fellows = fellows;
    }

    /** These, and all others who are looked at and not computed here; where levels matter, with whole windows of everybody. */
    List<Work> of(List<Work> works) {
        List<Work> known = new ArrayList<>(works);
        if (works.isEmpty()) {
            return known;
        }
        Span span = works.stream().map(Work::span).reduce(Span::and).orElseThrow();
        while (add(known, span)) {
            // those who were added can be paid by what still others earn
        }
        if (!levels(known)) {
            return known;
        }
        Span whole = new Span(whole(known), Span.ALWAYS.to());
        return known.stream()
                .map(work -> new Work(work.payee(), work.pieces(), whole))
                .toList();
    }

    /** Whether what lower levels earn matters to one of them. */
    static boolean levels(List<Work> works) {
        return works.stream().anyMatch(work -> work.asks(Set.of(Need.LOWER_LEVELS)));
    }

    static YearMonth first(List<Work> works) {
        return works.stream()
                .map(work -> work.span().from())
                .min(YearMonth::compareTo)
                .orElseThrow();
    }

    private boolean add(List<Work> known, Span span) {
        Set<PersonId> here = new HashSet<>();
        known.forEach(work -> here.add(work.payee()));
        Set<PlanVersion> versions = together(known);
        Set<PersonId> below = fellows.below(known.stream()
                .filter(work -> work.asks(Set.of(Need.LOWER_LEVELS)))
                .map(Work::payee)
                .toList());
        Set<PersonId> others = new HashSet<>(below);
        if (!versions.isEmpty()) {
            others.addAll(fellows.with(here));
        }
        others.removeAll(here);
        List<PersonId> asked =
                others.stream().sorted(Comparator.comparing(PersonId::value)).toList();
        Map<PersonId, List<Piece>> plans = coverage.of(asked);
        boolean added = false;
        for (PersonId person : asked) {
            List<Piece> pieces = plans.getOrDefault(person, List.of());
            boolean isFellow = pieces.stream().anyMatch(piece -> versions.contains(piece.version()));
            if (isFellow || below.contains(person) && !pieces.isEmpty()) {
                known.add(new Work(person, pieces, span));
                added = true;
            }
        }
        return added;
    }

    private static Set<PlanVersion> together(List<Work> works) {
        Set<PlanVersion> versions = new HashSet<>();
        works.forEach(work ->
                work.pieces().stream().filter(Piece::isPaidTogether).forEach(piece -> versions.add(piece.version())));
        return versions;
    }

    /** The month with which the windows begin that all of these months hang together with, whoever they are of. */
    private static YearMonth whole(List<Work> works) {
        YearMonth whole = first(works);
        YearMonth before;
        do {
            before = whole;
            for (Work work : works) {
                for (Piece piece : work.pieces()) {
                    YearMonth window =
                            YearMonth.from(piece.terms().window(before).from());
                    whole = window.isBefore(whole) ? window : whole;
                }
            }
        } while (whole.isBefore(before));
        return whole;
    }
}
