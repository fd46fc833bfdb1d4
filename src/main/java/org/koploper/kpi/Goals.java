package org.koploper.kpi;

import java.util.List;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Targets and the progress towards them, computed when asked for. */
@Service
public class Goals {

    Goals() {}

    /** The targets of a person that have days in the period, by first day; for the person, the managers above, HR, FINANCE and ADMIN. */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public List<Goal> of(PersonId person, Period period) {
        throw new UnsupportedOperationException();
    }

    /**
     * Where a person stands in exactly this period: against the target for it, or in the state
     * {@link GoalState#NO_TARGET} with the value reached.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public Goal progress(PersonId person, Metric kpi, Period period) {
        throw new UnsupportedOperationException();
    }

    /** The targets of a team that have days in the period, with what the teams below it sold. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofTeam(TeamId team, Period period) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #progress(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Goal progressOfTeam(TeamId team, Metric kpi, Period period) {
        throw new UnsupportedOperationException();
    }

    /** The targets of the organisation that have days in the period. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofOrganisation(Period period) {
        throw new UnsupportedOperationException();
    }
}
