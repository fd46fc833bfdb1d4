package org.koploper.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.records.Problems;

/** Holds a wanted change of one deal against the rules that files are held against too. */
record ChangeCheck(DealList deals, Clock clock) {

    private static final int MOST_DECIMALS = 4;
    private static final int MOST_DIGITS = 15;

    /** @throws DealRefused when something is wrong */
    void check(Map<String, @Nullable Object> after, DealChange change) {
        Collected problems = new Collected(new ArrayList<>());
        DealRules.check(after::get, LocalDate.now(clock), problems);
        persons(change, problems);
        parts("splits", change.splits(), problems);
        whole(change.splits(), problems);
        parts("overlays", change.overlays(), problems);
        noneAboveWhole(change.overlays(), problems);
        if (change.value() != null) {
            number("value", change.value(), problems);
        }
        if (!problems.found().isEmpty()) {
            throw new DealRefused(problems.found());
        }
    }

    private void persons(DealChange change, Problems problems) {
        Map<PersonId, String> named = new HashMap<>();
        change.overlays().keySet().forEach(person -> named.put(person, "overlays"));
        change.splits().keySet().forEach(person -> named.put(person, "splits"));
        named.put(change.owner(), "owner");
        Set<Long> unknown = named.keySet().stream().map(PersonId::value).collect(Collectors.toCollection(HashSet::new));
        deals.existing(unknown).forEach(unknown::remove);
        unknown.forEach(person -> problems.error(
                Objects.requireNonNull(named.get(new PersonId(person))), "unknown-reference", person.toString()));
    }

    private static void parts(String field, Map<PersonId, BigDecimal> parts, Problems problems) {
        parts.forEach((person, percent) -> {
            if (percent.signum() <= 0) {
                problems.error(field, "split-not-positive", person.toString(), Decimals.plain(percent));
            }
            number(field, percent, problems);
        });
    }

    private static void whole(Map<PersonId, BigDecimal> splits, Problems problems) {
        BigDecimal sum = splits.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!splits.isEmpty() && sum.compareTo(Splits.HUNDRED) != 0) {
            problems.error("splits", "split-sum", Decimals.plain(sum));
        }
    }

    private static void noneAboveWhole(Map<PersonId, BigDecimal> overlays, Problems problems) {
        overlays.forEach((person, percent) -> {
            if (percent.compareTo(Overlays.HUNDRED) > 0) {
                problems.error("overlays", "overlay-above-whole", person.toString(), Decimals.plain(percent));
            }
        });
    }

    private static void number(String field, BigDecimal number, Problems problems) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS) {
            problems.error(field, "too-many-decimals", plain.toPlainString(), MOST_DECIMALS);
        }
        if (plain.precision() - plain.scale() > MOST_DIGITS) {
            problems.error(field, "number-out-of-range", plain.toPlainString());
        }
    }

    /** Keeps errors; a screen shows what is odd by itself. */
    private record Collected(List<DealProblem> found) implements Problems {

        @Override
        public void error(String field, String code, Object... args) {
            found.add(new DealProblem(
                    field, code, Stream.of(args).map(String::valueOf).toList()));
        }

        @Override
        public void warning(String field, String code, Object... args) {
            // not refused
        }
    }
}
