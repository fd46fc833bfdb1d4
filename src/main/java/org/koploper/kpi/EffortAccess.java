package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.people.Directory;
import org.koploper.people.Reach;
import org.springframework.stereotype.Component;

/** Who may see what somebody did to sell: as the records it is made of, and tokens of the organisation for boards. */
@Component("effortAccess")
class EffortAccess {

    private final Reach reach;
    private final Directory directory;
    private final Clock clock;

    EffortAccess(Reach reach, Directory directory, Clock clock) {
        this.reach = reach;
        this.directory = directory;
        this.clock = clock;
    }

    /** The person, the managers above, and who sees everybody's. */
    public boolean sees(PersonId person) {
        return seesAll() || Caller.now().is(person) || reach.manages(person);
    }

    /** Who stands above somebody today, and who sees everybody's. */
    public boolean seesSeveral() {
        CurrentUser user = Caller.now();
        return seesAll()
                || user.person() != null
                        && !directory
                                .peopleBelow(user.self(), LocalDate.now(clock))
                                .isEmpty();
    }

    /** Finance, administration, the product itself, and a token of the organisation for boards. */
    boolean seesAll() {
        CurrentUser user = Caller.now();
        return user.system()
                || user.has(Role.FINANCE)
                || user.has(Role.ADMIN)
                || Caller.isOrganisationTokenFor(Scope.BOARDS);
    }
}
