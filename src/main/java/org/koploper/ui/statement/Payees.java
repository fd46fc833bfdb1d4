package org.koploper.ui.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.springframework.stereotype.Component;

/** Whose statements the user may open. */
@Component
class Payees {

    private final Directory directory;
    private final Reach reach;
    private final Clock clock;

    Payees(Directory directory, Reach reach, Clock clock) {
        this.directory = directory;
        this.reach = reach;
        this.clock = clock;
    }

    /** The user first where the user sells, then everybody else whose pay the user may see, by name. */
    List<PersonRef> ofUser() {
        CurrentUser user = Caller.now();
        List<PersonRef> payees = new ArrayList<>();
        if (user.has(Role.REP)) {
            directory.person(user.self()).ifPresent(payees::add);
        }
        List<PersonRef> others =
                user.has(Role.FINANCE) ? directory.people() : directory.peopleBelow(user.self(), LocalDate.now(clock));
        others.stream().filter(person -> !payees.contains(person)).forEach(payees::add);
        return payees;
    }

    /** Whether there is such a person and the user may see what that person earns. */
    boolean sees(PersonId person) {
        return reach.seesPay(person) && directory.person(person).isPresent();
    }
}
