package org.koploper.commission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Decides which plan holds on which day when several claim it. Pure. */
final class Timeline {

    /** Until further notice. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** How far the plan of a job role is: farther than that of any team. */
    static final int ROLE = Integer.MAX_VALUE;

    private static final Comparator<Claim> STRONGER = Comparator.comparingInt(Claim::distance)
            .thenComparing(Claim::from, Comparator.reverseOrder())
            .thenComparingLong(Claim::assignment);

    private Timeline() {}

    /**
     * @param distance 0 for the person's own plan, 1 for that of the team, 2 for that of the team above it, and so on,
     *     {@link #ROLE} for that of the job role; the nearest wins
     * @param assignment decides between two that are equally near, after the later start
     */
    record Claim(LocalDate from, LocalDate to, long plan, int distance, long assignment) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Days, both included, on which one plan holds. */
    record Stretch(LocalDate from, LocalDate to, long plan) {}

    /** The stretches in their order, none overlapping, neighbours with the same plan made one. */
    static List<Stretch> of(List<Claim> claims) {
        TreeSet<LocalDate> starts = new TreeSet<>();
        for (Claim claim : claims) {
            starts.add(claim.from());
            if (claim.to().isBefore(FOREVER)) {
                starts.add(claim.to().plusDays(1));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (LocalDate from : starts) {
            LocalDate next = starts.higher(from);
            LocalDate to = next == null ? FOREVER : next.minusDays(1);
            Optional<Claim> holds =
                    claims.stream().filter(claim -> claim.on(from)).min(STRONGER);
            holds.ifPresent(claim -> add(stretches, new Stretch(from, to, claim.plan())));
        }
        return stretches;
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        if (!stretches.isEmpty()) {
            Stretch last = stretches.getLast();
            if (last.plan() == next.plan() && last.to().plusDays(1).equals(next.from())) {
                stretches.set(stretches.size() - 1, new Stretch(last.from(), next.to(), last.plan()));
                return;
            }
        }
        stretches.add(next);
    }
}
