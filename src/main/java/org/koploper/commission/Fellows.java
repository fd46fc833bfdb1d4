package org.koploper.commission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.springframework.stereotype.Component;

/** Whose pay hangs together: everybody of a plan with a budget for all, or with a ranking. */
@Component
class Fellows {

    private final PlanRows plans;

    Fellows(PlanRows plans) {
        this.plans = plans;
    }

    /** Whether what these components pay one person depends on what others earn or reach. */
    static boolean arePaidTogether(List<org.koploper.commission.engine.Component> components) {
        return components.stream().anyMatch(component -> component.needs().contains(Need.OTHERS));
    }

    /** The people of each such plan, whom it ever reached. */
    List<Set<PersonId>> groups() {
        List<Set<PersonId>> groups = new ArrayList<>();
        plans.paidTogether().forEach(plan -> groups.add(new HashSet<>(plans.everReached(plan))));
        return groups;
    }

    /** These people, and all whose pay hangs together with theirs. */
    Set<PersonId> with(Collection<PersonId> people) {
        Set<PersonId> all = new HashSet<>(people);
        groups().stream().filter(group -> !Collections.disjoint(group, people)).forEach(all::addAll);
        return all;
    }
}
