package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordRefused;
import org.koploper.records.Saved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people propose goals, answer them, change them and hand parts of them out. What is written goes the way of every
 * record, so the rules of targets hold, and boards and statements follow.
 */
@Service
public class GoalDesk {

    /** The longest answer, in characters. */
    public static final int LONGEST = 1000;

    private static final String KIND = "targets";

    private final GoalDrafts drafts;
    private final GoalRows rows;
    private final GoalAccess access;
    private final GoalAnswers answers;
    private final GoalVersions versions;
    private final RecordEdits edits;
    private final Directory directory;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GoalDesk(
            GoalDrafts drafts,
            GoalRows rows,
            GoalAccess access,
            GoalAnswers answers,
            GoalVersions versions,
            RecordEdits edits,
            Directory directory,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.access = access;
        this.answers = answers;
        this.versions = versions;
        this.edits = edits;
        this.directory = directory;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a draft comes to, without writing anything.
     *
     * @throws AccessDeniedException when the caller may not see such goals of that person or customer
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public GoalPreview preview(GoalDraft draft) {
        seen(draft);
        return drafts.preview(draft, LocalDate.now(clock));
    }

    /**
     * Proposes a goal; its owner is told and asked. Whoever proposes it stands behind it.
     *
     * @return its external id
     * @throws RecordRefused when a rule is broken, also when the draft comes to no target
     * @throws AccessDeniedException when the caller may not set such a goal
     */
    @PersonOnly
    @Transactional
    public String propose(GoalDraft draft) {
        seen(draft);
        AgreedGoal goal = drafts.goal(draft);
        BigDecimal target = GoalDrafts.target(draft, goal.terms().baseline());
        Saved saved = edits.create(KIND, values(draft, goal.terms(), target));
        AgreedGoal made = rows.find(saved.externalId()).orElseThrow();
        standBehind(made);
        tell(GoalNews.What.PROPOSED, made);
        return made.externalId();
    }

    /**
     * Hands out parts of a goal, each proposed as a goal of its own: of the same KPI, reading, curve and days.
     *
     * @param parts by external id of the person or team; they need not add up
     * @return their external ids
     */
    @PersonOnly
    @Transactional
    public List<String> distribute(String goal, GoalScope scope, Map<String, BigDecimal> parts) {
        AgreedGoal parent = rows.find(goal).filter(access::sees).orElseThrow(GoalDesk::none);
        List<String> made = new ArrayList<>();
        parts.forEach((whose, target) -> made.add(propose(new GoalDraft(
                scope,
                whose,
                parent.kpi(),
                parent.terms().reading(),
                parent.terms().shape(),
                parent.period(),
                null,
                GoalDrafts.rounded(target),
                null,
                parent.externalId(),
                null))));
        return made;
    }

    /**
     * Changes a running goal: what it was stays visible as a version, and everybody is asked anew.
     *
     * @param target what shall be reached from now on
     * @param shape how one gets there from now on
     * @throws RecordConflict when somebody else changed it since
     * @throws RecordRefused when a rule is broken, and without a reason
     */
    @PersonOnly
    @Transactional
    public void change(String goal, int version, BigDecimal target, LocalDate to, GoalShape shape, String reason) {
        AgreedGoal before = rows.find(goal).filter(access::sees).orElseThrow(GoalDesk::none);
        Saved saved = edits.change(
                KIND,
                goal,
                version,
                Map.of("amount", GoalDrafts.rounded(target), "to", to, "curve", shape.name()),
                reason);
        if (saved.what() == Saved.What.CHANGED) {
            versions.explain(before.id(), reason.strip());
            AgreedGoal after = rows.find(goal).orElseThrow();
            standBehind(after);
            tell(GoalNews.What.CHANGED, after);
        }
    }

    /**
     * Stops a goal: it is neither reached nor missed, and is no target any more.
     *
     * @throws RecordConflict when somebody else changed it since
     */
    @PersonOnly
    @Transactional
    public void stop(String goal, int version, String reason) {
        edits.change(KIND, goal, version, Map.of("status", "STOPPED"), reason);
    }

    /**
     * Answers whether a goal is acceptable; those on the other side are told.
     *
     * @param said what there is to talk about; needed where it is not accepted
     * @throws AccessDeniedException when the caller is neither its owner nor stands above
     * @throws IllegalArgumentException when what is said is missing or too long
     */
    @PersonOnly
    @Transactional
    public void answer(String goal, boolean accepted, @Nullable String said) {
        AgreedGoal found = rows.find(goal).filter(access::sees).orElseThrow(GoalDesk::none);
        GoalAnswer.Part part = access.partIn(found);
        if (part == null) {
            throw new AccessDeniedException("Not asked");
        }
        String words = said == null || said.isBlank() ? null : said.strip();
        if (words == null && !accepted || words != null && words.length() > LONGEST) {
            throw new IllegalArgumentException("What there is to talk about is missing or too long");
        }
        GoalAnswer.Answer answer = accepted ? GoalAnswer.Answer.ACCEPTED : GoalAnswer.Answer.DISCUSSED;
        answers.add(found.id(), versions.number(found.id()), Caller.now().self(), part, answer, words);
        trail.record(
                accepted ? "goal.accepted" : "goal.discussed",
                new Trail.Subject("target", found.externalId(), found.externalId()),
                null,
                null,
                words);
        tell(accepted ? GoalNews.What.ACCEPTED : GoalNews.What.DISCUSSED, found);
    }

    private Map<String, @Nullable Object> values(GoalDraft draft, GoalTerms terms, @Nullable BigDecimal target) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("scope", draft.scope().name());
        if (draft.scope() != GoalScope.ORGANISATION) {
            values.put(draft.scope().name().toLowerCase(Locale.ROOT), draft.subject());
        }
        values.put("kpi", terms.kpi().code());
        values.put("reading", terms.reading().name());
        values.put("direction", terms.direction().name());
        values.put("curve", terms.shape().name());
        values.put("from", terms.period().from());
        values.put("to", terms.period().to());
        values.put("amount", target);
        values.put("currency", terms.currency());
        if (terms.baseline() != null && terms.baselinePeriod() != null) {
            values.put("baseline", terms.baseline());
            values.put("baselineFrom", terms.baselinePeriod().from());
            values.put("baselineTo", terms.baselinePeriod().to());
        }
        values.put("owner", draft.scope() == GoalScope.PERSON ? null : owner(draft));
        values.put("parent", draft.parent());
        values.put("note", draft.note());
        return values;
    }

    private @Nullable String owner(GoalDraft draft) {
        return draft.owner() != null
                ? draft.owner()
                : directory
                        .person(Caller.now().self())
                        .map(PersonRef::externalId)
                        .orElse(null);
    }

    private void standBehind(AgreedGoal goal) {
        GoalAnswer.Part part = access.partIn(goal);
        if (part != null) {
            answers.add(
                    goal.id(), versions.number(goal.id()), Caller.now().self(), part, GoalAnswer.Answer.PROPOSED, null);
        }
    }

    /** The owner, and the one above; nobody is told of what they did themselves. */
    private void tell(GoalNews.What what, AgreedGoal goal) {
        PersonId owner = goal.owner();
        if (owner != null) {
            List<PersonId> readers = new ArrayList<>(List.of(owner));
            if (what == GoalNews.What.ACCEPTED || what == GoalNews.What.DISCUSSED) {
                Optional<PersonRef> above = directory.managerOf(owner, LocalDate.now(clock));
                above.map(PersonRef::id).ifPresent(readers::add);
            }
            readers.removeIf(Caller.now()::is);
            if (!readers.isEmpty()) {
                events.publishEvent(new GoalNews(what, goal, readers));
            }
        }
    }

    private void seen(GoalDraft draft) {
        String subject = draft.subject();
        boolean seen = switch (draft.scope()) {
            case ORGANISATION, TEAM -> true;
            case CUSTOMER -> access.seesCustomers();
            case PERSON ->
                directory
                        .personByExternalId(Objects.requireNonNull(subject))
                        .map(person -> access.sees(person.id()))
                        .orElse(false);
        };
        if (!seen) {
            throw none();
        }
    }

    private static AccessDeniedException none() {
        return new AccessDeniedException("No such goal, or not yours to see");
    }
}
