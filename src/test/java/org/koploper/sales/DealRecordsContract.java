package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.records.Counts;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.security.access.AccessDeniedException;

/** Deals as they arrive in bulk: rules, history, touched days, credits. */
abstract class DealRecordsContract extends SalesTrial {

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

    @OnHsqldb
    static class OnHsqldbTest extends DealRecordsContract {}

    @OnPostgres
    static class OnPostgresTest extends DealRecordsContract {}
}
