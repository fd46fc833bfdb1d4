package org.koploper.kpi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.springframework.stereotype.Component;

/** Who may read which KPI. */
@Component("kpiAccess")
class KpiAccess {

    private final GoalAccess goals;
    private final Directory directory;

    KpiAccess(GoalAccess goals, Directory directory) {
        this.goals = goals;
        this.directory = directory;
    }

    /** A person's numbers as a person's goals; teams, customers and the organisation are known to whoever is signed in. */
    public boolean sees(KpiScope scope) {
        return scope.kind() != KpiScope.Kind.PERSON || scope.id() != null && goals.sees(new PersonId(scope.id()));
    }

    /** As {@link #sees} of every one of them, in as many statements for a thousand as for one. */
    boolean seesAll(Collection<KpiQuestion> questions) {
        return goals.seesAll(questions.stream()
                .map(KpiQuestion::scope)
                .filter(scope -> scope.kind() == KpiScope.Kind.PERSON)
                .map(scope -> new PersonId(Objects.requireNonNull(scope.id())))
                .toList());
    }

    /** What is told of persons only of those the reader may see, asked at once for all of them. */
    Map<String, Reading> seen(Grouping grouping, Map<String, Reading> readings) {
        if (grouping != Grouping.PERSON) {
            return readings;
        }
        List<PersonRef> people = directory.people().stream()
                .filter(person -> readings.containsKey(person.externalId()))
                .toList();
        Set<PersonId> seen = goals.seen(people.stream().map(PersonRef::id).toList());
        Map<String, Reading> left = new LinkedHashMap<>(readings);
        people.stream()
                .filter(person -> !seen.contains(person.id()))
                .forEach(person -> left.remove(person.externalId()));
        return left;
    }
}
