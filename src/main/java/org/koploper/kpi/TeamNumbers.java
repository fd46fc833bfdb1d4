package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;

/**
 * The four numbers of each of the people of a team, with those of the teams below it: what they did on the days on which they
 * belonged to it, so that all of them add up to the team.
 *
 * @param day the last one that counts
 * @param people those whose numbers the reader may see, by name
 * @param unseen how many others there are
 * @param orders what single orders are worth, a shared one whole for each of them
 * @param cycles the days that won quotes took
 */
public record TeamNumbers(
        Period period, LocalDate day, List<Compared<PersonRef>> people, int unseen, Spread orders, Spread cycles) {

    /** With fewer people the numbers of one could be found out from those of the team. */
    public boolean isSmall() {
        return people.size() + unseen < Comparison.FEWEST_PEOPLE;
    }
}
