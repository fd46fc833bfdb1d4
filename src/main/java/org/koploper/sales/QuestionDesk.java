package org.koploper.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.SecretCode;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.sales.QuestionRefused.Reason;
import org.koploper.sales.ToAsk.Candidate;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks customers how satisfied they are and whether they would buy again, one or many at once. Whoever sells asks about the
 * own orders, whoever manages also about those of the people below, administration about all, and about no order where a
 * customer has none. A customer who was asked by anybody is left in peace for {@link QuestionRules#quietDays}.
 */
@Service
public class QuestionDesk {

    /** So many customers are asked at once at most, those with the latest orders first. */
    public static final int MOST = 1_000;

    private static final String ONE = "customer-question";

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final ToAsk toAsk;
    private final QuestionScope scope;
    private final QuestionRules rules;
    private final Ids ids;
    private final Trail trail;
    private final Clock clock;

    QuestionDesk(
            JdbcTemplate bulk,
            ToAsk toAsk,
            QuestionScope scope,
            QuestionRules rules,
            Ids ids,
            Trail trail,
            Clock clock) {
        this.jdbc = JdbcClient.create(bulk);
        this.bulk = bulk;
        this.toAsk = toAsk;
        this.scope = scope;
        this.rules = rules;
        this.ids = ids;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks one customer.
     *
     * @param customer external id
     * @param deal external id of the order to ask about; null for the latest
     * @throws QuestionRefused when there is no order to ask about, or the customer was asked lately
     * @throws AccessDeniedException when there is no such customer
     */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional
    public QuestionLink ask(String customer, @Nullable String deal) {
        alone();
        Candidate asked = candidate(customer, deal);
        if (asked.askedOn() != null && asked.askedOn().isAfter(today().minusDays(rules.quietDays()))) {
            throw new QuestionRefused(Reason.ASKED_LATELY, asked.askedOn().plusDays(rules.quietDays()));
        }
        long id = ids.next();
        QuestionLink link = link(asked);
        write(List.of(asked), List.of(link), List.of(id));
        trail.record("customer.asked", subject(id, asked.name()), null, facts(link), null);
        return link;
    }

    private Candidate candidate(String customer, @Nullable String deal) {
        List<Candidate> found = toAsk.one(customer, deal, today());
        if (found.isEmpty()) {
            List<Candidate> without = toAsk.withoutOrder(customer);
            if (without.isEmpty()) {
                throw new AccessDeniedException("No such customer");
            }
            if (deal != null || !Caller.now().has(Role.ADMIN)) {
                throw new QuestionRefused(Reason.NO_ORDER, null);
            }
            found = without;
        }
        return found.getFirst();
    }

    /**
     * How many customers {@link #askAll} would ask.
     *
     * @param orderedWithin days; the latest order is not older, 1 to {@value QuestionRules#MOST_DAYS}
     * @param leftInPeace days since they were asked, at least {@link QuestionRules#quietDays}
     */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional(readOnly = true)
    public int countToAsk(int orderedWithin, int leftInPeace) {
        return candidates(orderedWithin, leftInPeace).size();
    }

    /** Asks them, each about the latest order; the links in that order, none where nobody is to be asked. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional
    public List<QuestionLink> askAll(int orderedWithin, int leftInPeace) {
        alone();
        List<Candidate> asked = candidates(orderedWithin, leftInPeace);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Long> all = new ArrayList<>();
        List<QuestionLink> links = new ArrayList<>();
        asked.forEach(customer -> {
            all.add(ids.next());
            links.add(link(customer));
        });
        write(asked, links, all);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("customers", String.valueOf(links.size()));
        facts.put("orderedWithinDays", String.valueOf(orderedWithin));
        facts.put("leftInPeaceDays", String.valueOf(leftInPeace));
        trail.record(
                "customers.asked",
                new Trail.Subject("customer-questions", String.valueOf(all.getFirst()), String.valueOf(links.size())),
                null,
                Facts.of(facts),
                null);
        return links;
    }

    private List<Candidate> candidates(int orderedWithin, int leftInPeace) {
        if (orderedWithin < 1
                || orderedWithin > QuestionRules.MOST_DAYS
                || leftInPeace < rules.quietDays()
                || leftInPeace > QuestionRules.MOST_DAYS) {
            throw new IllegalArgumentException(orderedWithin + " days, " + leftInPeace + " days");
        }
        return toAsk.since(today().minusDays(orderedWithin), today().minusDays(leftInPeace), today(), MOST);
    }

    /**
     * Makes another link for an open question, where the first one was lost; the first one stops to work.
     *
     * @throws QuestionRefused when the question is not open
     * @throws AccessDeniedException when there is no such question, or it is not the caller's to see
     */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional
    public QuestionLink renew(long question) {
        Open open = open(question);
        QuestionLink link =
                new QuestionLink(open.customer(), open.name(), open.orderedOn(), open.lastDay(), SecretCode.create());
        change(question, "code_hash = :value", link.code().hash());
        trail.record("customer-question.renewed", subject(question, open.name()), null, facts(link), null);
        return link;
    }

    /**
     * Takes an open question back: its link stops to work, and the customer may be asked again.
     *
     * @throws QuestionRefused when the question is not open
     * @throws AccessDeniedException when there is no such question, or it is not the caller's to see
     */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional
    public void withdraw(long question) {
        Open open = open(question);
        change(question, "withdrawn_on = :value", today());
        trail.record("customer-question.withdrawn", subject(question, open.name()), null, null, null);
    }

    /** How often customers may be asked, and how long they can answer. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    public QuestionRules rules() {
        return rules;
    }

    private record Open(
            String customer, String name, @Nullable LocalDate orderedOn, LocalDate lastDay, QuestionState state) {}

    private Open open(long question) {
        Open found = jdbc.sql("select c.external_id, c.name, d.closed_on, q.last_day, q.answered_on, q.withdrawn_on"
                        + " from customer_questions q join customers c on c.id = q.customer_id"
                        + " left join deals d on d.id = q.deal_id where q.id = :id and "
                        + scope.ofQuestions().sql())
                .params(scope.ofQuestions().params())
                .param("id", question)
                .query((row, number) -> new Open(
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getObject("closed_on", LocalDate.class),
                        Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                        QuestionState.of(row, today())))
                .optional()
                .orElseThrow(() -> new AccessDeniedException("No such question, or not yours"));
        if (found.state() != QuestionState.OPEN) {
            throw new QuestionRefused(Reason.NOT_OPEN, null);
        }
        return found;
    }

    /** The customer may answer at this very moment; whoever is first counts. */
    private void change(long question, String what, Object value) {
        int changed = jdbc.sql("update customer_questions set " + what
                        + " where id = :id and answered_on is null and withdrawn_on is null")
                .param("value", value)
                .param("id", question)
                .update();
        if (changed == 0) {
            throw new QuestionRefused(Reason.NOT_OPEN, null);
        }
    }

    private QuestionLink link(Candidate asked) {
        return new QuestionLink(
                asked.externalId(),
                asked.name(),
                asked.orderedOn(),
                today().plusDays(rules.openDays()),
                SecretCode.create());
    }

    private void write(List<Candidate> asked, List<QuestionLink> links, List<Long> all) {
        PersonId by = Caller.now().person();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(new @Nullable Object[] {
                all.get(i),
                asked.get(i).id(),
                asked.get(i).deal(),
                by == null ? null : by.value(),
                today(),
                links.get(i).lastDay(),
                links.get(i).code().hash()
            });
        }
        bulk.batchUpdate(
                "insert into customer_questions (id, customer_id, deal_id, asked_by, asked_on, last_day, code_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Until the end of the transaction: two who ask at the same moment would both find that nobody had asked. */
    private void alone() {
        jdbc.sql("update turns set taken = taken + 1 where name = 'asking-customers'")
                .update();
    }

    private static Trail.Subject subject(long question, String customer) {
        return new Trail.Subject(ONE, String.valueOf(question), customer);
    }

    private static String facts(QuestionLink link) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("customer", link.customer());
        facts.put("lastDay", link.lastDay().toString());
        return Facts.of(facts);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
