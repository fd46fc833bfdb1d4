package org.koploper.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From when to when people work here, and which part of full time; read in bulk, for commission. */
@Service
public class ServiceDays {

    private final Employments employments;

    ServiceDays(Employments employments) {
        this.employments = employments;
    }

    /**
     * Days without a break.
     *
     * @param from first day, included; null when it is not known
     * @param to last day, included; null while there is no end
     * @param shares of full time, by day
     */
    public record Stay(@Nullable LocalDate from, @Nullable LocalDate to, List<Share> shares) {}

    /**
     * A share of full time.
     *
     * @param from the first day on which it holds, until the next one does
     * @param part above zero, at most 1
     */
    public record Share(LocalDate from, BigDecimal part) {}

    /** The stays of each of these persons, the oldest first; of whom no employment is known is absent. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<PersonId, List<Stay>> of(Collection<PersonId> persons) {
        Map<PersonId, List<Stay>> stays = new HashMap<>();
        employments
                .of(persons.stream().map(PersonId::value).toList())
                .forEach((person, stretches) -> stays.put(new PersonId(person), joined(stretches)));
        return stays;
    }

    private static List<Stay> joined(List<Employments.Stretch> stretches) {
        List<Stay> joined = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Employments.Stretch stretch = stretches.get(i);
            List<Share> shares = new ArrayList<>(List.of(new Share(stretch.from(), stretch.factor())));
            if (i > 0 && stretch.continues(stretches.get(i - 1))) {
                Stay before = joined.removeLast();
                shares.addAll(0, before.shares());
                joined.add(new Stay(before.from(), stretch.to(), shares));
            } else {
                joined.add(new Stay(stretch.from().equals(Days.ALWAYS) ? null : stretch.from(), stretch.to(), shares));
            }
        }
        return joined;
    }
}
