package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.NewEntry;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose statement became final is told so, with the day until when it has to be paid, and nobody else is. */
abstract class ClosingNewsContract extends NoticeScene {

    @Autowired
    PeriodClose close;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    /** Tests that break a change off leave behind that it has to be done again, and no month is closed until it is. */
    @BeforeEach
    void nothingIsOnItsWay() {
        jdbc.sql("delete from event_publication where completion_date is null").update();
    }

    @Test
    void whoHasAStatementOfTheMonthIsToldThatItIsFinal() {
        YearMonth month = next();
        post(an, month);
        PersonId finance = told("Fien Finance");

        As.user(finance, Set.of(Role.FINANCE), () -> close.close(month, totals(month)));

        String words = DateTimeFormatter.ofPattern("LLLL yyyy", Locale.UK).format(month);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.UK)
                .format(LocalDate.now(clock).plusDays(15));
        assertThat(said(an)).containsExactly("Your statement of " + words + " is final, to be paid by " + day + ".");
        assertThat(of(an).getFirst().actor()).isEqualTo("Fien Finance");
        assertThat(of(bo)).isEmpty();
        assertThat(of(finance)).isEmpty();
    }

    @Test
    void whoClosesIsToldOfTheOwnStatementToo() {
        YearMonth month = next();
        PersonId finance = told("Fien Finance");
        post(finance, month);

        As.user(finance, Set.of(Role.FINANCE), () -> close.close(month, totals(month)));

        assertThat(of(finance))
                .singleElement()
                .satisfies(notice -> assertThat(notice.subject()).isEqualTo(month.toString()));
    }

    /** The next month to close. */
    private YearMonth next() {
        return Caller.asSystem(() -> close.months()).stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .findFirst()
                .map(PayMonth::month)
                .orElse(YearMonth.of(2019, 1));
    }

    private Map<Currency, BigDecimal> totals(YearMonth month) {
        return close.months().stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow()
                .totals();
    }

    private void post(PersonId payee, YearMonth month) {
        NewEntry entry = new NewEntry(
                month,
                "Plan",
                1,
                "Commission",
                "D-1",
                "closing-news/" + payee + "/" + month,
                BigDecimal.TEN,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.TEN,
                Currency.getInstance("EUR"),
                EntryKind.NEW,
                "{}",
                0,
                "test");
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> {
            ledger.lock(List.of(payee));
            ledger.append(payee, List.of(entry));
        }));
    }

    @OnHsqldb
    static class OnHsqldbTest extends ClosingNewsContract {}

    @OnPostgres
    static class OnPostgresTest extends ClosingNewsContract {}
}
