package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.PeriodKind;
import org.koploper.records.RecordShelf;
import org.koploper.records.RecordView;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The goals that the reader may see: those of the organisation and of teams; of customers, for who sees sales; of persons as
 * {@code @goalAccess} says.
 */
@Service
public class GoalBook {

    private final GoalRows rows;
    private final GoalAccess access;
    private final GoalStands stands;
    private final GoalDevelopments developments;
    private final GoalHistory history;
    private final GoalAnswers answers;
    private final GoalVersions versions;
    private final Directory directory;
    private final RecordShelf shelf;
    private final Clock clock;

    GoalBook(
            GoalRows rows,
            GoalAccess access,
            GoalStands stands,
            GoalDevelopments developments,
            GoalHistory history,
            GoalAnswers answers,
            GoalVersions versions,
            Directory directory,
            RecordShelf shelf,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.stands = stands;
        this.developments = developments;
        this.history = history;
        this.answers = answers;
        this.versions = versions;
        this.directory = directory;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** As they were agreed, without any number of how far they are: organisation, teams, persons, customers; by first day. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<AgreedGoal> list(GoalQuery query) {
        return rows.seen(query, access, LocalDate.now(clock));
    }

    /**
     * Where these stand today, in their order. The number of statements does not depend on how many they are.
     *
     * @throws AccessDeniedException when the reader may not see one of them
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<GoalStand> stands(Collection<AgreedGoal> goals) {
        return stands.of(List.copyOf(seen(goals)), LocalDate.now(clock));
    }

    /** How far owners and managers agree on these; of all that are asked for. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Map<Long, Acceptance> acceptances(Collection<AgreedGoal> goals) {
        Map<Long, List<GoalAnswer>> said =
                answers.ofPresent(seen(goals).stream().map(AgreedGoal::id).toList());
        Set<PersonId> managed = directory.managed(
                goals.stream()
                        .filter(goal -> said.containsKey(goal.id()))
                        .map(AgreedGoal::owner)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                LocalDate.now(clock));
        return goals.stream().collect(Collectors.toMap(AgreedGoal::id, goal -> {
            List<GoalAnswer> own = said.getOrDefault(goal.id(), List.of());
            return Acceptance.of(own, !own.isEmpty() && managed.contains(goal.owner()));
        }));
    }

    /** Everything about the goal with that external id; empty when there is none, or none that the reader may see. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<GoalDetail> find(String externalId) {
        return rows.find(externalId).filter(access::sees).map(this::detail);
    }

    private GoalDetail detail(AgreedGoal goal) {
        LocalDate today = LocalDate.now(clock);
        List<GoalAnswer> said = answers.ofPresent(List.of(goal.id())).getOrDefault(goal.id(), List.of());
        boolean mayChange = shelf.find("targets", goal.externalId())
                .map(RecordView::mayChange)
                .orElse(false);
        return new GoalDetail(
                stands.of(goal, today),
                Optional.ofNullable(goal.owner())
                        .flatMap(directory::person)
                        .map(PersonRef::name)
                        .orElse(null),
                new Smart(
                        history.isMeasured(goal, today),
                        Acceptance.of(said, isManaged(goal.owner(), today)),
                        history.of(goal, today)),
                said,
                versions.of(goal.id()),
                Optional.ofNullable(goal.parent())
                        .flatMap(rows::find)
                        .filter(access::sees)
                        .orElse(null),
                stands.of(rows.partsOf(goal.id()).stream().filter(access::sees).toList(), today),
                access.partIn(goal),
                mayChange && !Caller.now().onlyLooks());
    }

    /**
     * How a goal developed until today.
     *
     * @param step days, weeks or months
     * @param cumulative whether every stretch holds all from the first day on
     * @throws AccessDeniedException when the reader may not see it
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public GoalDevelopment development(AgreedGoal goal, PeriodKind step, boolean cumulative) {
        seen(List.of(goal));
        AgreedGoal earlier = versions.of(goal.id()).stream()
                .findFirst()
                .map(version -> goal.under(version.terms()))
                .orElse(null);
        return developments.of(goal, earlier, step, cumulative, LocalDate.now(clock));
    }

    private Collection<AgreedGoal> seen(Collection<AgreedGoal> goals) {
        if (!access.seesEach(goals)) {
            throw new AccessDeniedException("No such goal, or not yours to see");
        }
        return goals;
    }

    private boolean isManaged(@Nullable PersonId owner, LocalDate today) {
        return owner != null && directory.managerOf(owner, today).isPresent();
    }
}
