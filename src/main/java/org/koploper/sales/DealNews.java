package org.koploper.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.records.Written;

/**
 * What happened to a deal, as somebody sees it who owns or shares it, or did before.
 *
 * @param deal its id
 * @param closedOn null while it is open
 */
public record DealNews(
        PersonId person, long deal, What what, @Nullable LocalDate closedOn) {

    /** What happened. */
    public enum What {
        /** Won, in the person's name or shared by the person. */
        WON,
        /** Something that counts is different: stage, owner, value, currency, days or shares. */
        CHANGED,
        /** It was somebody else's, and is the person's now, or partly. */
        GIVEN,
        /** It was the person's, or partly, and is not any more. */
        TAKEN
    }

    private static final List<String> THAT_COUNT =
            List.of("owner", "stage", "closedOn", "cancelledOn", "value", "currency", "splits");

    /** A new deal is news only where it is won already: others are no surprise to whoever works on them. */
    static List<DealNews> of(List<Written> rows) {
        List<DealNews> news = new ArrayList<>();
        for (Written row : rows) {
            Map<String, @Nullable Object> before = row.before() == null ? new HashMap<>() : row.before();
            boolean won = isWon(row.after()) && !isWon(before);
            Set<Long> had = persons(before);
            Set<Long> have = persons(row.after());
            LocalDate closedOn = (LocalDate) row.after().get("closedOn");
            for (Long person : have) {
                What what = won
                        ? What.WON
                        : row.before() == null
                                ? null
                                : !had.contains(person) ? What.GIVEN : changed(before, row.after());
                if (what != null) {
                    news.add(new DealNews(new PersonId(person), row.id(), what, closedOn));
                }
            }
            had.removeAll(have);
            had.forEach(person -> news.add(new DealNews(new PersonId(person), row.id(), What.TAKEN, closedOn)));
        }
        return news;
    }

    private static @Nullable What changed(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return THAT_COUNT.stream().allMatch(field -> Checks.same(before.get(field), after.get(field)))
                ? null
                : What.CHANGED;
    }

    private static boolean isWon(Map<String, @Nullable Object> deal) {
        return DealStage.WON.name().equals(deal.get("stage"));
    }

    private static Set<Long> persons(Map<String, @Nullable Object> deal) {
        Set<Long> persons = new HashSet<>(Splits.shares(deal.get("splits")).keySet());
        if (deal.get("owner") instanceof Long owner) {
            persons.add(owner);
        }
        return persons;
    }
}
