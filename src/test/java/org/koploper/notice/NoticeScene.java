package org.koploper.notice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.records.RecordDesk;
import org.koploper.sales.DealDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager with two reps who have accounts, and an open deal of one of them. */
abstract class NoticeScene {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    DealDesk deals;

    @Autowired
    RecordDesk desk;

    @Autowired
    Plans plans;

    @Autowired
    Accounts accounts;

    @Autowired
    Notices notices;

    @Autowired
    NoticeRows rows;

    @Autowired
    NoticeWords words;

    @Autowired
    StatementNews statementNews;

    @Autowired
    Clock clock;

    SalesSample sample;
    PersonId manager;
    PersonId an;
    PersonId bo;
    String open;

    @BeforeEach
    void prepare() {
        sample = new SalesSample(context);
        sample.home();
        manager = told("Mia Manager");
        an = told("An Anders");
        bo = told("Bo Baert");
        sample.reportsTo(an, manager);
        sample.reportsTo(bo, manager);
        open = open(an);
    }

    PersonId told(String name) {
        PersonId person = sample.person(name);
        jdbc.sql("insert into accounts (person_id, username, password_hash, must_change, enabled, version)"
                        + " values (?, ?, 'x', false, true, 0)")
                .params(person.value(), "p" + person + "@notices.test")
                .update();
        return person;
    }

    String open(PersonId owner) {
        long deal = sample.won(owner, "1000", "2026-03-05");
        jdbc.sql("update deals set stage = 'QUOTED', closed_on = null where id = ?")
                .param(deal)
                .update();
        return "D" + deal;
    }

    List<Notice> of(PersonId person) {
        return As.user(
                person, Set.of(Role.REP), () -> notices.page(false, 0, 100).notices());
    }

    List<String> said(PersonId person) {
        return of(person).stream()
                .map(notice -> words.sentence(notice, Locale.UK))
                .toList();
    }

    void win(String deal) {
        As.user(manager, Set.of(Role.MANAGER), () -> {
            int version = deals.find(deal).orElseThrow().version();
            deals.win(deal, LocalDate.of(2026, 3, 5), new BigDecimal("7654.32"), version);
            return true;
        });
    }

    PlanRef paid(PersonId payee) {
        return Caller.asSystem(() -> {
            PlanRef plan = plans.create("n" + ids.next(), "A plan", Currency.getInstance(sample.home()));
            plans.addVersion(plan.id(), LocalDate.of(2020, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}""");
            plans.assign(plan.id(), payee, LocalDate.of(2020, 1, 1), null);
            return plan;
        });
    }
}
