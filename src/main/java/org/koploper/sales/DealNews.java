package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.records.Written;

/**
 * What happened to a deal, as somebody sees it who owns or shares it or is credited with it on top, or did before.
 *
 * @param deal its id
 * @param closedOn null while it is open
 * @param onTop whether the person is (of what was taken: was) credited on top of those who share it, and no more than that
 */
public record DealNews(
        PersonId person, long deal, What what, @Nullable LocalDate closedOn, boolean onTop) {

    /** What happened. */
    public enum What {
        /** Won, in the person's name, shared by the person or credited on top. */
        WON,
        /**
         * Something that counts for the person is different: stage, owner, value, currency, days, the own part on top; the
         * shares, for whoever shares it.
         */
        CHANGED,
        /** It was somebody else's, and is the person's now, or partly. */
        GIVEN,
        /** It was the person's, or partly, and is not any more. */
        TAKEN
    }

    private static final String SPLITS = "splits";

    private static final List<String> THAT_COUNT =
            List.of("owner", "stage", "closedOn", "cancelledOn", "value", "currency");

    /** A new deal is news only where it is won already: others are no surprise to whoever works on them. */
    static List<DealNews> of(List<Written> rows) {
        List<DealNews> news = new ArrayList<>();
        for (Written row : rows) {
            Map<String, @Nullable Object> before = row.before() == null ? new HashMap<>() : row.before();
            boolean won = isWon(row.after()) && !isWon(before);
            Map<Long, Boolean> had = persons(before);
            Map<Long, Boolean> have = persons(row.after());
            LocalDate closedOn = (LocalDate) row.after().get("closedOn");
            have.forEach((person, onTop) -> {
                What what = won
                        ? What.WON
                        : row.before() == null
                                ? null
                                : had.containsKey(person) ? changed(person, onTop, before, row.after()) : What.GIVEN;
                if (what != null) {
                    news.add(new DealNews(new PersonId(person), row.id(), what, closedOn, onTop));
                }
            });
            had.keySet().removeAll(have.keySet());
            had.forEach((person, onTop) ->
                    news.add(new DealNews(new PersonId(person), row.id(), What.TAKEN, closedOn, onTop)));
        }
        return news;
    }

    private static @Nullable What changed(
            long person, boolean onTop, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        boolean same = THAT_COUNT.stream().allMatch(field -> Checks.same(before.get(field), after.get(field)))
                && (onTop || Checks.same(before.get(SPLITS), after.get(SPLITS)))
                && Checks.same(onTop(before).get(person), onTop(after).get(person));
        return same ? null : What.CHANGED;
    }

    private static boolean isWon(Map<String, @Nullable Object> deal) {
        return DealStage.WON.name().equals(deal.get("stage"));
    }

    /** Whose deal it is, and whether only on top of those who share it. */
    private static Map<Long, Boolean> persons(Map<String, @Nullable Object> deal) {
        Map<Long, Boolean> persons = new HashMap<>();
        onTop(deal).keySet().forEach(person -> persons.put(person, true));
        PartsOfDeal.shares(deal.get(SPLITS)).keySet().forEach(person -> persons.put(person, false));
        if (deal.get("owner") instanceof Long owner) {
            persons.put(owner, false);
        }
        return persons;
    }

    private static Map<Long, BigDecimal> onTop(Map<String, @Nullable Object> deal) {
        return PartsOfDeal.shares(deal.get("overlays"));
    }
}
