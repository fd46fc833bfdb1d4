package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.records.Counts;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;

/** Every other kind of sales record beside deals. */
abstract class SalesRecordsContract extends SalesTrial {

    @Test
    void aRateHoldsUntilTheNextOneAndInverted() {
        take("rates", rateRow("1", "0.90", LocalDate.of(2031, 1, 1)), rateRow("2", "0.80", LocalDate.of(2031, 2, 1)));

        assertThat(rate("USD", "GBP", LocalDate.of(2030, 12, 31))).isNull();
        assertThat(rate("USD", "GBP", LocalDate.of(2031, 1, 31))).isEqualByComparingTo("0.9");
        assertThat(rate("USD", "GBP", LocalDate.of(2031, 2, 1))).isEqualByComparingTo("0.8");
        assertThat(rate("GBP", "USD", LocalDate.of(2031, 2, 1))).isEqualByComparingTo("1.25");
        assertThat(rate("GBP", "GBP", LocalDate.of(2000, 1, 1))).isEqualByComparingTo("1");
        // others share this database
        jdbc.sql("delete from exchange_rates where external_id like :own")
                .param("own", x + "%")
                .update();
    }

    private Map<String, @Nullable Object> rateRow(String id, String rate, LocalDate day) {
        return row("externalId", x + id, "from", "USD", "to", "GBP", "day", day, "rate", new BigDecimal(rate));
    }

    private @Nullable BigDecimal rate(String from, String to, LocalDate day) {
        return Caller.asSystem(() -> rates.rate(from, to, day)).orElse(null);
    }

    @Test
    void everyOtherKindIsTakenAndTheSameAgainChangesNothing() {
        take("deals", won());
        takenTwice(
                "products",
                row(
                        "externalId",
                        x + "P",
                        "name",
                        x + "Oven",
                        "family",
                        "Ovens",
                        "listPrice",
                        new BigDecimal("3200.00"),
                        "cost",
                        new BigDecimal("1900.5"),
                        "currency",
                        "EUR"));
        takenTwice(
                "leads", row("externalId", x + "L", "owner", x + "ann", "status", "qualified", "createdOn", FEBRUARY));
        takenTwice(
                "quotes",
                row(
                        "externalId",
                        x + "Q",
                        "lead",
                        x + "L",
                        "deal",
                        x + "D",
                        "owner",
                        x + "ann",
                        "sentOn",
                        FEBRUARY,
                        "decidedOn",
                        MARCH,
                        "outcome",
                        "won",
                        "value",
                        new BigDecimal("1000"),
                        "currency",
                        "EUR"));
        takenTwice(
                "lines",
                row(
                        "externalId",
                        x + "LN",
                        "deal",
                        x + "D",
                        "product",
                        x + "P",
                        "unitPrice",
                        new BigDecimal("500"),
                        "quantity",
                        new BigDecimal("2")));
        takenTwice(
                "invoices",
                row(
                        "externalId",
                        x + "I",
                        "deal",
                        x + "D",
                        "invoicedOn",
                        MARCH,
                        "amount",
                        new BigDecimal("1000"),
                        "currency",
                        "EUR"));
        takenTwice(
                "payments",
                row(
                        "externalId",
                        x + "PAY",
                        "invoice",
                        x + "I",
                        "paidOn",
                        MAY,
                        "amount",
                        new BigDecimal("1000"),
                        "currency",
                        "EUR"));
        takenTwice(
                "activities",
                row(
                        "externalId",
                        x + "A",
                        "person",
                        x + "ann",
                        "kind",
                        "call",
                        "outcome",
                        "no-show",
                        "happenedAt",
                        MARCH.atTime(10, 30),
                        "minutes",
                        20));
        takenTwice(
                "costs",
                row(
                        "externalId",
                        x + "K",
                        "kind",
                        "meeting-booking",
                        "from",
                        MARCH,
                        "to",
                        MAY,
                        "amount",
                        new BigDecimal("12"),
                        "currency",
                        "EUR"));
        Taken effort = takenTwice(
                "efforts",
                row(
                        "externalId",
                        x + "W",
                        "person",
                        x + "ann",
                        "weekStart",
                        LocalDate.of(2026, 9, 14),
                        "calls",
                        108,
                        "decisionMakers",
                        38,
                        "meetings",
                        9,
                        "callbacksShort",
                        16,
                        "callbacksLong",
                        3,
                        "other",
                        10));
        assertThat(touched(effort)).containsExactly("ann 2026-09-14");
        assertThat(jdbc.sql("select s.status from lead_states s join leads l on l.id = s.lead_id"
                                + " where l.external_id = :lead order by s.seq")
                        .param("lead", x + "L")
                        .query(String.class)
                        .list())
                .containsExactly("NEW", "QUALIFIED");
        assertThat(jdbc.sql("select s.outcome from quote_states s join quotes q on q.id = s.quote_id"
                                + " where q.external_id = :quote order by s.seq")
                        .param("quote", x + "Q")
                        .query(String.class)
                        .list())
                .containsExactly("OPEN", "WON");
    }

    private Taken takenTwice(String kind, Map<String, @Nullable Object> row) {
        Taken first = take(kind, row);
        assertThat(first.issues()).as(kind).isEmpty();
        assertThat(first.counts()).as(kind).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(take(kind, row).counts()).as(kind).isEqualTo(new Counts(0, 0, 1, 0));
        return first;
    }

    @Test
    void ratesAndEffortsNeedNoExternalId() {
        LocalDate day = LocalDate.of(2032, 1, 1);
        Map<String, @Nullable Object> rate = rateRow("", "0.90", day);
        rate.remove("externalId");
        Map<String, @Nullable Object> effort =
                row("person", x + "ann", "weekStart", LocalDate.of(2026, 9, 14), "calls", 5);

        takenTwice("rates", rate);
        takenTwice("efforts", effort);

        effort.remove("weekStart");
        assertThat(take("efforts", effort).issues()).containsExactly("2 externalId required-missing []");
        assertThat(jdbc.sql("delete from exchange_rates where external_id = 'USD-GBP-2032-01-01'")
                        .update())
                .isEqualTo(1);
    }

    @Test
    void aDecisionMakerWithoutAnOutcomeIsAWarningWhereOutcomesAreKept() {
        Map<String, @Nullable Object> week = row(
                "person",
                x + "ann",
                "weekStart",
                LocalDate.of(2026, 9, 7),
                "calls",
                108,
                "decisionMakers",
                38,
                "meetings",
                9,
                "callbacksShort",
                16,
                "callbacksLong",
                3);
        assertThat(take("efforts", week).issues()).containsExactly("2 other outcomes-missing? [38, 28]");
        week.put("other", 10);
        assertThat(take("efforts", week).issues()).isEmpty();
    }

    @Test
    void oddEffortsAreTakenWithAWarningAndAWeekStartsOnMonday() {
        Map<String, @Nullable Object> odd = row(
                "externalId",
                x + "W",
                "person",
                x + "ann",
                "weekStart",
                LocalDate.of(2026, 9, 14),
                "calls",
                5,
                "decisionMakers",
                6,
                "meetings",
                7);

        assertThat(take("efforts", odd).issues())
                .containsExactly(
                        "2 decisionMakers children-exceed-parents? [6, 5]",
                        "2 meetings children-exceed-parents? [7, 6]");
        odd.put("weekStart", LocalDate.of(2026, 9, 15));
        assertThat(take("efforts", odd).issues()).contains("2 weekStart not-a-monday [2026-09-15]");
    }

    @Test
    void colleaguesWithoutDealsAreNamedAtTheEnd() {
        Taken.of(
                desk,
                ids,
                "people",
                row("externalId", x + "ann", "name", x + "ann", "team", x + "T"),
                row("externalId", x + "idle", "name", x + "idle", "team", x + "T"));

        assertThat(take("deals", won()).issues()).containsExactly("null owner person-without-deals? [" + x + "idle]");
    }

    @OnHsqldb
    static class OnHsqldbTest extends SalesRecordsContract {}

    @OnPostgres
    static class OnPostgresTest extends SalesRecordsContract {}
}
