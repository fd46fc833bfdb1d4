package org.koploper.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.audit.Trail;
import org.koploper.people.Directory;
import org.koploper.people.FirstData;
import org.koploper.people.Organisation;
import org.koploper.people.PersonRef;
import org.koploper.people.Transfers;
import org.koploper.records.Counts;
import org.koploper.records.Entry;
import org.koploper.records.Issue;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the demo into an empty database, through the same doors as everybody's data, in the running transaction: what is
 * broken off leaves nothing behind.
 */
@Component
class DemoLoad implements FirstData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoad.class);

    /** Plans are assigned to these. */
    private static final List<String> BEFORE_PLANS = List.of("teams", "people", "job-roles");

    private final Clock clock;
    private final DemoMark mark;
    private final Organisation organisation;
    private final RecordDesk desk;
    private final Directory directory;
    private final Transfers transfers;
    private final DemoPlans plans;
    private final DemoKudos kudos;
    private final DemoQuestions questions;
    private final DemoMonths months;
    private final DemoGoals goals;
    private final DemoKpis kpis;
    private final TransactionTemplate afterwards;
    private final Accounts accounts;
    private final Ids ids;

    DemoLoad(
            Clock clock,
            DemoMark mark,
            Organisation organisation,
            RecordDesk desk,
            Directory directory,
            Transfers transfers,
            DemoPlans plans,
            DemoKudos kudos,
            DemoQuestions questions,
            DemoMonths months,
            DemoGoals goals,
            DemoKpis kpis,
            PlatformTransactionManager transactions,
            Accounts accounts,
            Ids ids) {
        this.clock = clock;
        this.mark = mark;
        this.organisation = organisation;
        this.desk = desk;
        this.directory = directory;
        this.transfers = transfers;
        this.plans = plans;
        this.kudos = kudos;
        this.questions = questions;
        this.months = months;
        this.goals = goals;
        this.kpis = kpis;
        this.afterwards = new TransactionTemplate(transactions);
        this.afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.accounts = accounts;
        this.ids = ids;
    }

    @Override
    public boolean fits() {
        return mark.untouched();
    }

    /** With passwords that nobody knows: who administers gives out others. */
    @Override
    public void load() {
        load(DemoMark.Passwords.UNKNOWN);
    }

    void load(DemoMark.Passwords passwords) {
        mark.set(fill(passwords), passwords);
    }

    /** Without remembering it, which is up to who calls this; answers the day of the data. */
    LocalDate fill(DemoMark.Passwords passwords) {
        long start = System.nanoTime();
        DemoData data = DemoData.of(new DemoDay(LocalDate.now(clock)));
        organisation.change("Duinhaven Kantoorinrichting", "EUR", "BE");
        Rows rows = data.rows();
        String late = DemoMonths.late(data).map(Deal::id).orElse("");
        BEFORE_PLANS.forEach(kind -> apply(rows, kind));
        for (Member member : data.cast().members()) {
            if (member.moved() != null) {
                move(member, member.moved());
            }
        }
        // before the deals: what is earned is then computed once
        plans.create(data.day());
        rows.kinds().stream()
                .filter(kind -> !BEFORE_PLANS.contains(kind))
                .forEach(kind -> apply(
                        kind,
                        rows.of(kind).stream()
                                .map(row -> late.equals(row.get("externalId")) ? notWonYet(row) : row)
                                .toList()));
        kudos.give(data.day(), data.cast());
        questions.ask(data.day());
        kpis.make();
        for (Member member : data.cast().members()) {
            boolean known = passwords == DemoMark.Passwords.KNOWN;
            String password =
                    known ? DemoSignInList.PASSWORD : UUID.randomUUID().toString();
            accounts.open(person(member.id()), member.username(), password, !known, member.roles());
        }
        LOG.info(
                "Demo data: {} records in {} s",
                rows.count(),
                "%.1f".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
        whenCommitted(() -> {
            months.close(data.day());
            apply(
                    "deals",
                    rows.of("deals").stream()
                            .filter(row -> late.equals(row.get("externalId")))
                            .toList());
            // as the last: whatever may move pay keeps months open until pay has followed
            apply("targets", goals.rows(data.day()));
            goals.answer(data.day());
        });
        return data.day().today();
    }

    private void move(Member member, LocalDate day) {
        String team = java.util.Objects.requireNonNull(member.team());
        transfers.move(
                person(member.id()),
                directory.teamByExternalId(team).orElseThrow().id(),
                person(Cast.leaderOf(team)),
                day);
    }

    /** Pay has to be there before a month can be closed, and it follows the commit, as the last of what does. */
    private void whenCommitted(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    Caller.asSystem(() -> afterwards.executeWithoutResult(begun -> work.run()));
                }
            }
        });
    }

    private static Map<String, Object> notWonYet(Map<String, Object> row) {
        Map<String, Object> open = new HashMap<>(row);
        open.put("stage", Deal.QUOTED);
        open.remove("closedOn");
        return open;
    }

    private void apply(Rows rows, String kind) {
        apply(kind, rows.of(kind));
    }

    private void apply(String kind, List<Map<String, Object>> rows) {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            entries.add(new Entry(entries.size() + 1, new HashMap<>(row), List.of(), List.of()));
        }
        Order order = new Order(
                kind, Order.Mode.ALL_OR_NOTHING, ids.next(), "demo.records", new Trail.Subject("demo", kind, kind));
        List<Issue> issues = new ArrayList<>();
        Counts counts = desk.apply(order, entries::forEach, issues::add);
        if (counts.rejected() > 0) {
            throw new IllegalStateException("The demo's " + kind + " do not fit: "
                    + issues.stream().filter(Issue::error).limit(5).toList());
        }
    }

    private PersonId person(String externalId) {
        return directory.personByExternalId(externalId).map(PersonRef::id).orElseThrow();
    }
}
