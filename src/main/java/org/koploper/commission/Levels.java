package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.Everybody;
import org.koploper.commission.engine.LowerLevels;
import org.koploper.commission.engine.LowerLevels.Earned;
import org.koploper.commission.engine.Need;

/**
 * The first pass over the people below those who are paid on what lower levels leave: what each earns on each deal, looked at
 * again level by level until it stays what it is. Each is computed alone afterwards, whatever the order. Pure.
 */
final class Levels {

    /** Nobody is paid on what others leave. */
    static final Levels NONE = new Levels(null, Map.of());

    private final @org.jspecify.annotations.Nullable TeamDeals team;
    private final Map<PersonId, Map<String, List<Earned>>> earned;

    private Levels(@org.jspecify.annotations.Nullable TeamDeals team, Map<PersonId, Map<String, List<Earned>>> earned) {
        this.team = team;
        this.earned = earned;
    }

    /**
     * @param team whose reporting lines say who is below whom
     * @param people all who are looked at, with all that is known of them but this
     * @param first month with which all windows begin that matter
     * @param now the last month that pays without a deal
     */
    static Levels of(TeamDeals team, Map<PersonId, Payee> people, YearMonth first, YearMonth now) {
        Span span = new Span(first, Span.ALWAYS.to());
        Levels found = new Levels(team, Map.of());
        // people who earn in a circle, as two who manage each other within a month may, are left as the last round
        // finds them
        for (int round = 0; round < Everybody.MOST_ROUNDS; round++) {
            Levels known = found;
            Map<PersonId, Payee> knowing = new LinkedHashMap<>();
            people.forEach((person, payee) -> knowing.put(person, payee.knowing(known)));
            Together together = Together.of(knowing.values(), first, now);
            Map<PersonId, Map<String, List<Earned>>> next = new HashMap<>();
            knowing.forEach((person, payee) -> {
                Map<String, List<Earned>> before = known.earned.get(person);
                next.put(person, before == null || payee.dependsOnOthers() ? payee.earned(span, together) : before);
            });
            if (next.equals(known.earned)) {
                return known;
            }
            found = new Levels(team, next);
        }
        return found;
    }

    /** What people below have sold, as that plan wants to know it: with what was earned on it below, where it asks for that. */
    List<Credit> told(List<Credit> sold, Piece plan, DatedRates rates) {
        if (team == null || !plan.asks(Set.of(Need.LOWER_LEVELS))) {
            return sold;
        }
        return sold.stream()
                .map(credit -> LowerLevels.told(credit, below(team, credit), plan.terms(), rates))
                .toList();
    }

    /** By the seller, and by everybody between the seller and the one who sees it. */
    private List<Earned> below(TeamDeals team, Credit credit) {
        Map<String, String> traits = credit.facts().traits();
        String seller = Objects.requireNonNull(traits.get(Beside.MEMBER));
        int level = Integer.parseInt(Objects.requireNonNull(traits.get(Beside.LEVEL)));
        String own = credit.deal().substring(0, credit.deal().length() - seller.length() - 1);
        List<Earned> below = new ArrayList<>(of(team.person(seller), own));
        team.above(seller, credit).stream()
                .limit(level - 1L)
                .map(between -> of(between, credit.deal()))
                .forEach(below::addAll);
        return below;
    }

    private Collection<Earned> of(PersonId person, String deal) {
        return earned.getOrDefault(person, Map.of()).getOrDefault(deal, List.of());
    }
}
