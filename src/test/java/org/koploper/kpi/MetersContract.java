package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Organisation;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four numbers of one person, each with what it was computed from. */
abstract class MetersContract {

    private static final Period QUARTER = Period.parse("2026-Q1");

    @Autowired
    ApplicationContext context;

    @Autowired
    Meters meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Organisation organisation;

    private SalesSample sample;
    private PersonId anna;
    private String home;

    @BeforeEach
    void somebody() {
        sample = new SalesSample(context);
        home = sample.home();
        anna = sample.person("Anna");
    }

    @Test
    void aQuoteIsOpenFromTheDayItIsSentUntilItIsDecidedOrExpires() {
        quote("OPEN", "2026-03-31", null, null, "100", home);
        quote("OPEN", "2026-03-01", null, "2026-03-31", "20", home);
        quote("WON", "2026-03-01", "2026-04-01", null, "3", home);
        quote("OPEN", "2026-03-01", null, null, "999", home.equals("USD") ? "EUR" : "USD");
        quote("OPEN", "2026-04-01", null, null, "1000", home);
        quote("OPEN", "2026-03-01", null, "2026-03-30", "1000", home);
        quote("LOST", "2026-03-01", "2026-03-31", null, "1000", home);
        quote("OPEN", null, null, null, "1000", home);

        OwnMeters read = read();

        assertThat(read.on()).isEqualTo("2026-03-31");
        assertThat(read.openQuotes()).isEqualTo(4);
        assertThat(read.openValue()).as("in the organisation's currency").isEqualByComparingTo("123");
    }

    @Test
    void belowFiveDecisionsThereIsNoShareAndNoMedianButWhatThereIs() {
        for (int day = 10; day < 14; day++) {
            quote("WON", "2026-02-01", "2026-02-" + day, null, "1", home);
        }
        quote("WITHDRAWN", "2026-02-01", "2026-02-14", null, "1", home);
        quote("WON", "2026-02-01", "2026-04-01", null, "1", home);

        assertThat(read().won()).isEqualTo(4);
        assertThat(read().decided()).isEqualTo(4);
        assertThat(read().closingRate()).isNull();
        assertThat(read().cycleDays()).isNull();
        assertThat(read().averageOrder()).isNull();
    }

    @Test
    void fromFiveOnTheShareIsWonOfDecidedAndTheCycleIsTheOneInTheMiddle() {
        for (String decided : new String[] {"2026-02-01", "2026-02-03", "2026-02-04", "2026-02-11", "2026-03-13"}) {
            quote("WON", "2026-02-01", decided, null, "1", home);
        }
        quote("LOST", "2026-02-01", "2026-02-02", null, "1", home);
        quote("EXPIRED", "2026-02-01", "2026-02-02", null, "1", home);
        quote("LOST", "2026-02-01", "2026-02-02", null, "1", home);

        assertThat(read().decided()).isEqualTo(8);
        assertThat(read().closingRate()).isEqualByComparingTo("0.625");
        assertThat(read().cycleDays()).isEqualByComparingTo("3");
        assertThat(read().timed()).isEqualTo(5);
    }

    @Test
    void theAverageOrderIsRevenueDividedByOrdersWithItsParts() {
        for (String day : new String[] {"2026-01-05", "2026-01-06", "2026-02-05", "2026-03-05", "2026-03-06"}) {
            sample.won(anna, "100", day);
            sample.changed(anna, day);
        }
        sample.credit(sample.won(anna, "400", "2026-03-07"), "150", "2026-03-08");
        sample.changed(anna, "2026-03-07", "2026-03-08");

        assertThat(read().orders()).isEqualByComparingTo("6");
        assertThat(read().revenue()).isEqualByComparingTo("750");
        assertThat(read().averageOrder()).isEqualByComparingTo("125");
    }

    private OwnMeters read() {
        return Caller.asSystem(() -> meters.course(anna, List.of(QUARTER)).getLast());
    }

    private void quote(
            String outcome,
            @Nullable String sent,
            @Nullable String decided,
            @Nullable String expires,
            String value,
            String currency) {
        long id = ids.next();
        jdbc.sql("insert into quotes (id, external_id, owner_id, revision, sent_on, decided_on, expires_on, outcome,"
                        + " quote_value, currency, version) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "Q" + id,
                        anna.value(),
                        day(sent),
                        day(decided),
                        day(expires),
                        outcome,
                        new BigDecimal(value),
                        currency)
                .update();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @OnHsqldb
    static class OnHsqldbTest extends MetersContract {}

    @OnPostgres
    static class OnPostgresTest extends MetersContract {}
}
