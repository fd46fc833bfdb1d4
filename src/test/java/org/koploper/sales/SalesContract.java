package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.period.Period;
import org.koploper.records.Counts;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Deals as they arrive in bulk: rules, history, touched days, credits; and the other kinds beside them. */
abstract class SalesContract {

    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 5);
    static final LocalDate MAY = LocalDate.of(2026, 5, 20);
    static final Period YEAR = Period.year(MARCH);

    @Autowired
    RecordDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    Organisation organisation;

    @Autowired
    Credits credits;

    @Autowired
    Rates rates;

    @Autowired
    DealDesk deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    String x;

    @BeforeEach
    void twoPeople() {
        x = "S" + ids.next() + "-";
        Taken.of(desk, ids, "people", row("externalId", x + "ann", "name", x + "ann"), row("name", x + "ben"));
        Taken.of(desk, ids, "customers", row("externalId", x + "C", "name", x + "Bakery"));
    }

    @SafeVarargs
    private Taken take(String kind, Map<String, @Nullable Object>... rows) {
        return Taken.of(desk, ids, kind, rows);
    }

    private Map<String, @Nullable Object> deal(String stage, @Nullable Object... more) {
        Map<String, @Nullable Object> deal =
                row("externalId", x + "D", "owner", x + "ann", "customer", x + "C", "stage", stage, "currency", "EUR");
        deal.putAll(row(more));
        return deal;
    }

    private Map<String, @Nullable Object> won() {
        return deal("won", "engagedOn", FEBRUARY, "closedOn", MARCH, "value", new BigDecimal("1000"));
    }

    private PersonId id(String name) {
        return Caller.asSystem(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    private List<String> states() {
        return jdbc.sql("""
                select s.stage, s.from_day from deal_states s join deals d on d.id = s.deal_id
                where d.external_id = :deal order by s.seq
                """)
                .param("deal", x + "D")
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private List<String> touched(Taken taken) {
        return jdbc.sql("""
                select p.external_id, t.touched_day from touched_days t join persons p on p.id = t.person_id
                where t.batch = :batch order by p.external_id, t.touched_day
                """)
                .param("batch", taken.batch())
                .query((row, number) -> row.getString(1).substring(x.length()) + " " + row.getString(2))
                .list();
    }

    private List<String> credited(String name) {
        return Caller.asSystem(() -> credits.of(List.of(id(name)), YEAR)).stream()
                .map(credit -> credit.kind() + " " + credit.date() + " "
                        + credit.dealAmount().toPlainString() + " x "
                        + credit.share().toPlainString() + " " + credit.currency())
                .toList();
    }

    @Test
    void theDatesOfANewDealTellItsHistory() {
        take("deals", won());
        assertThat(states()).containsExactly("ENGAGING 2026-02-10", "WON 2026-03-05");
    }

    @Test
    void aDealWithoutDatesHasOneStateSinceNobodyKnowsWhen() {
        take("deals", deal("prospecting"));
        assertThat(states()).containsExactly("PROSPECTING null");
    }

    @Test
    void aWonDealIsCreditedToItsOwnerOnTheCloseDate() {
        Taken taken = take("deals", won());

        assertThat(taken.issues()).isEmpty();
        assertThat(credited("ann")).containsExactly("WON 2026-03-05 1000 x 1 EUR");
        assertThat(credited("ben")).isEmpty();
        assertThat(touched(taken)).containsExactly("ann 2026-03-05");
    }

    @Test
    void thoseWhoShareADealAreCreditedInTheOwnersPlaceAndBothAreTouched() {
        take("deals", won());
        Map<String, @Nullable Object> shared = won();
        shared.put("splits", x + "ben:100%");

        Taken taken = take("deals", shared);

        assertThat(taken.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(credited("ann")).isEmpty();
        assertThat(credited("ben")).containsExactly("WON 2026-03-05 1000 x 1 EUR");
        assertThat(touched(taken)).containsExactly("ann 2026-03-05", "ben 2026-03-05");
        shared.put("splits", x + "ben:40;" + x + "ann:60");
        take("deals", shared);
        assertThat(credited("ann")).containsExactly("WON 2026-03-05 1000 x 0.6 EUR");
        assertThat(credited("ben")).containsExactly("WON 2026-03-05 1000 x 0.4 EUR");
        shared.put("splits", x + "ann:60.0;" + x + "ben:40%");
        assertThat(take("deals", shared).counts()).isEqualTo(new Counts(0, 0, 1, 0));
    }

    @Test
    void aCancelledDealIsTakenBackOnTheDayOfTheCancellation() {
        take("deals", won());

        Taken taken = take(
                "deals",
                deal(
                        "cancelled",
                        "engagedOn",
                        FEBRUARY,
                        "closedOn",
                        MARCH,
                        "cancelledOn",
                        MAY,
                        "value",
                        new BigDecimal("1000")));

        assertThat(credited("ann"))
                .containsExactly("WON 2026-03-05 1000 x 1 EUR", "CANCELLED 2026-05-20 -1000 x 1 EUR");
        assertThat(states()).containsExactly("ENGAGING 2026-02-10", "WON 2026-03-05", "CANCELLED 2026-05-20");
        assertThat(touched(taken)).containsExactly("ann 2026-03-05", "ann 2026-05-20");
    }

    @Test
    void aCreditNoteTakesAPartBackFromEverybodyWhoSharesTheDeal() {
        Map<String, @Nullable Object> shared = won();
        shared.put("splits", x + "ann:60;" + x + "ben:40");
        take("deals", shared);

        Taken taken = take(
                "credit-notes",
                row(
                        "externalId",
                        x + "N",
                        "deal",
                        x + "D",
                        "creditedOn",
                        MAY,
                        "amount",
                        new BigDecimal("150"),
                        "currency",
                        "EUR"));

        assertThat(taken.issues()).isEmpty();
        assertThat(credited("ben"))
                .containsExactly("WON 2026-03-05 1000 x 0.4 EUR", "CREDIT_NOTE 2026-05-20 -150 x 0.4 EUR");
        assertThat(touched(taken)).containsExactly("ann 2026-05-20", "ben 2026-05-20");
        Map<String, @Nullable Object> given = won();
        given.put("owner", x + "ben");
        given.put("splits", null);
        assertThat(touched(take("deals", given)))
                .as("the day of the credit note moves along with the deal")
                .containsExactly("ann 2026-03-05", "ann 2026-05-20", "ben 2026-03-05", "ben 2026-05-20");
    }

    @Test
    void aCancellationTakesBackOnlyWhatCreditNotesHaveLeft() {
        take("deals", won());
        take("credit-notes", note("N1", FEBRUARY, "100"), note("N2", MAY, "250.5"), note("N3", MAY.plusDays(1), "50"));

        take("deals", cancelled());

        assertThat(credited("ann"))
                .as("the note of the day itself counts, the one after it takes back what is no longer there")
                .containsExactly(
                        "CREDIT_NOTE 2026-02-10 -100 x 1 EUR",
                        "WON 2026-03-05 1000 x 1 EUR",
                        "CANCELLED 2026-05-20 -649.5 x 1 EUR",
                        "CREDIT_NOTE 2026-05-20 -250.5 x 1 EUR");
    }

    @Test
    void aDealThatIsCreditedInFullOrBeyondHasNothingLeftToCancel() {
        take("deals", won());
        take("credit-notes", note("N1", MARCH, "600"), note("N2", MAY, "600"));

        take("deals", cancelled());

        assertThat(credited("ann")).contains("CANCELLED 2026-05-20 0 x 1 EUR");
    }

    @Test
    void aNoteInAnotherCurrencyLeavesTheCancellationAsItIs() {
        take("deals", won());
        Map<String, @Nullable Object> note = note("N1", MARCH, "600");
        note.put("currency", "USD");
        take("credit-notes", note);

        take("deals", cancelled());

        assertThat(credited("ann")).contains("CANCELLED 2026-05-20 -1000 x 1 EUR");
    }

    @Test
    void aCreditNoteOfACancelledDealTouchesTheDayOfTheCancellationToo() {
        take("deals", won());
        take("deals", cancelled());

        assertThat(touched(take("credit-notes", note("N1", MARCH, "600"))))
                .containsExactly("ann 2026-03-05", "ann 2026-05-20");
    }

    private Map<String, @Nullable Object> cancelled() {
        Map<String, @Nullable Object> cancelled = won();
        cancelled.putAll(row("stage", "cancelled", "cancelledOn", MAY));
        return cancelled;
    }

    private Map<String, @Nullable Object> note(String name, LocalDate day, String amount) {
        return row(
                "externalId",
                x + name,
                "deal",
                x + "D",
                "creditedOn",
                day,
                "amount",
                new BigDecimal(amount),
                "currency",
                "EUR");
    }

    @Test
    void aCorrectedCloseDateMovesTheStateAndTouchesBothDays() {
        take("deals", won());
        Map<String, @Nullable Object> corrected = won();
        corrected.put("closedOn", MAY);

        Taken taken = take("deals", corrected);

        assertThat(states()).containsExactly("ENGAGING 2026-02-10", "WON 2026-05-20");
        assertThat(touched(taken)).containsExactly("ann 2026-03-05", "ann 2026-05-20");
        assertThat(Caller.asSystem(() -> deals.stateOn(x + "D", MARCH))
                        .orElseThrow()
                        .stage())
                .isEqualTo(DealStage.ENGAGING);
    }

    @Test
    void whatWasOpenOnADayInThePastCanBeSaidLater() {
        take("deals", deal("engaging", "engagedOn", FEBRUARY, "value", new BigDecimal("800")));
        take("deals", won());

        DealState then = Caller.asSystem(() -> deals.stateOn(x + "D", MARCH.minusDays(1)))
                .orElseThrow();
        assertThat(then.stage()).isEqualTo(DealStage.ENGAGING);
        assertThat(then.value()).isEqualByComparingTo("800");
        assertThat(Caller.asSystem(() -> deals.openOn(MARCH.minusDays(1), id("ann"))))
                .extracting(DealState::deal)
                .containsExactly(x + "D");
        assertThat(Caller.asSystem(() -> deals.openOn(MARCH, id("ann")))).isEmpty();
        assertThat(Caller.asSystem(() -> deals.stateOn(x + "D", FEBRUARY.minusDays(1))))
                .isEmpty();
    }

    @Test
    void anotherValueOrOwnerOfAnOpenDealIsAStateFromToday() {
        LocalDate today = LocalDate.now(clock);
        take("deals", deal("engaging", "engagedOn", FEBRUARY, "value", new BigDecimal("800")));
        take("deals", deal("engaging", "engagedOn", FEBRUARY, "value", new BigDecimal("900"), "owner", x + "ben"));

        assertThat(states()).containsExactly("ENGAGING 2026-02-10", "ENGAGING " + today);
        assertThat(Caller.asSystem(() -> deals.openOn(today.minusDays(1), id("ann"))))
                .hasSize(1);
        assertThat(Caller.asSystem(() -> deals.openOn(today, id("ann")))).isEmpty();
        assertThat(Caller.asSystem(() -> deals.openOn(today, id("ben"))))
                .singleElement()
                .satisfies(state -> assertThat(state.value()).isEqualByComparingTo("900"));
    }

    @Test
    void everyBrokenRuleIsNamedWithItsField() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);

        assertThat(take("deals", deal("won", "engagedOn", MAY, "closedOn", MARCH, "value", new BigDecimal("-1")))
                        .issues())
                .containsExactlyInAnyOrder(
                        "2 closedOn closed-before-engaged [2026-03-05, 2026-05-20]", "2 value negative-value [-1]");
        assertThat(take("deals", deal("lost")).issues()).containsExactly("2 closedOn closed-without-date []");
        assertThat(take("deals", deal("engaging", "closedOn", MARCH)).issues())
                .containsExactly("2 closedOn open-with-close-date [2026-03-05]");
        assertThat(take("deals", deal("lost", "closedOn", tomorrow)).issues())
                .containsExactly("2 closedOn date-in-future [" + tomorrow + ", " + tomorrow.minusDays(1) + "]");
        assertThat(take("deals", deal("cancelled", "closedOn", MARCH, "value", BigDecimal.ONE))
                        .issues())
                .containsExactly("2 cancelledOn cancelled-without-date []");
        assertThat(take("deals", deal("prospecting", "customer", x + "nobody")).issues())
                .singleElement()
                .asString()
                .startsWith("2 customer unknown-reference");
        assertThat(take("deals", deal("prospecting", "splits", x + "ann:60;" + x + "ben:50"))
                        .issues())
                .containsExactly("2 splits split-sum [110]");
        assertThat(take("deals", deal("prospecting", "splits", x + "ann:60;" + x + "eve:40"))
                        .issues())
                .singleElement()
                .asString()
                .startsWith("2 splits unknown-reference");
        assertThat(jdbc.sql("select count(*) from deals where external_id = :deal")
                        .param("deal", x + "D")
                        .query(Long.class)
                        .single())
                .as("nothing of it is half saved")
                .isZero();
    }

    @Test
    void aDealWithoutCustomerIsTakenWithAWarning() {
        Map<String, @Nullable Object> deal = won();
        deal.remove("customer");

        Taken taken = take("deals", deal);

        assertThat(taken.counts().created()).isEqualTo(1);
        assertThat(taken.issues()).containsExactly("2 customer missing-customer? []");
    }

    @Test
    void theFirstMoneyDecidesTheCurrencyAndLaterRowsNeedNone() {
        take("deals", won());
        String house = Caller.asSystem(organisation::currency).orElseThrow().getCurrencyCode();
        Map<String, @Nullable Object> other = won();
        other.put("externalId", x + "E");
        other.remove("currency");

        Taken taken = take("deals", other);

        assertThat(taken.issues()).isEmpty();
        assertThat(credited("ann")).hasSize(2).last().asString().endsWith(house);
    }

    @Test
    void onlyTheProductItselfReadsCredits() {
        assertThatThrownBy(() -> As.user(
                        id("ann"),
                        Set.of(Role.REP, Role.FINANCE, Role.ADMIN),
                        () -> credits.of(List.of(id("ann")), YEAR)))
                .isInstanceOf(AccessDeniedException.class);
    }

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
    static class OnHsqldbTest extends SalesContract {}

    @OnPostgres
    static class OnPostgresTest extends SalesContract {}
}
