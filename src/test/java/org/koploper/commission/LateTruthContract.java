package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.intake.Upserts;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What is found out about a closed month is carried forward, or forgiven below the limit that the plan states; always said.
 * In a database of its own, since a closed month is closed for everybody.
 */
abstract class LateTruthContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    PeriodClose close;

    @Autowired
    Upserts upserts;

    @Test
    void littleIsForgivenUntilItIsNoLongerLittleAltogether() throws IOException {
        SalesSample sales = new SalesSample(context);
        sales.home();
        PaySample pay = new PaySample(context);
        YearMonth month = nextToClose();
        YearMonth next = month.plusMonths(1);
        PersonId forgiven = payee(sales, pay, month, "42b-forgiven-below-a-limit");
        PersonId carried = payee(sales, pay, month, "42-carried-forward");
        long little = won(sales, forgiven, month);
        long other = won(sales, carried, month);
        close(month);

        worth(little, "1040");
        worth(other, "1040");

        assertThat(pay.total(carried, next.toString())).isEqualTo("4");
        assertThat(pay.total(forgiven, next.toString())).isEqualTo("0");
        assertThat(pay.total(forgiven, month.toString())).as("closed").isEqualTo("100");
        assertThat(sentences(pay, forgiven, next))
                .anyMatch(sentence -> sentence.contains("−\u2060€4.00, forgiven: the statement")
                        && sentence.contains("differs by €4.00, less than €5.00"));
        assertNothingWasMissed();

        worth(little, "960");
        assertThat(pay.total(forgiven, next.toString())).isEqualTo("0");
        worth(little, "950");
        assertThat(pay.total(forgiven, next.toString()))
                .as("five is not little")
                .isEqualTo("-5");
        assertThat(sentences(pay, forgiven, next)).noneMatch(sentence -> sentence.contains("forgiven"));
        worth(little, "1000");
        assertThat(pay.statement(forgiven, next.toString()).lines()).isEmpty();
        worth(little, "1040");
        close(next);

        worth(little, "1060");

        assertThat(pay.total(forgiven, next.toString())).as("closed").isEqualTo("0");
        assertThat(pay.total(forgiven, next.plusMonths(1).toString()))
                .as("two more make six")
                .isEqualTo("6");
        assertNothingWasMissed();

        // not won at all
        Caller.asSystem(() -> upserts.apply("deals", List.of(Map.of("externalId", "D" + little, "stage", "lost"))));
        assertThat(pay.total(forgiven, next.plusMonths(1).toString())).isEqualTo("-100");
        assertNothingWasMissed();
    }

    private PersonId payee(SalesSample sales, PaySample pay, YearMonth from, String document) throws IOException {
        PlanRef plan = pay.emptyPlan("EUR");
        String text = Files.readString(Path.of("docs", "plans", document + ".yml"));
        String rules = text.substring(text.indexOf("\nlate:"), text.indexOf("examples:"));
        pay.version(plan, from.atDay(1).toString(), null, rules);
        PersonId person = sales.person("Somebody");
        pay.assign(plan, person, from.atDay(1).toString(), null);
        return person;
    }

    private static long won(SalesSample sales, PersonId person, YearMonth month) {
        LocalDate day = month.atDay(10);
        long deal = sales.won(person, "1000", "EUR", day.toString());
        sales.changed(person, day.toString());
        return deal;
    }

    private void worth(long deal, String value) {
        Caller.asSystem(() -> upserts.apply("deals", List.of(Map.of("externalId", "D" + deal, "value", value))));
    }

    /** The first month that can be closed, or one long ago where nothing was ever posted. */
    private YearMonth nextToClose() {
        return Caller.asSystem(() -> close.months()).stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .map(PayMonth::month)
                .findFirst()
                .orElse(YearMonth.of(2019, 1));
    }

    private void close(YearMonth month) {
        PayMonth found = Caller.asSystem(() -> close.months()).stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow();
        Caller.asSystem(() -> close.close(month, found.totals()));
    }

    private static List<String> sentences(PaySample pay, PersonId person, YearMonth month) {
        ReasonWords words = new ReasonWords(Locale.UK, PaySample.EUR);
        return pay.statement(person, month.toString()).lines().stream()
                .map(line -> words.sentence(Reasons.read(line.reason())))
                .toList();
    }

    private void assertNothingWasMissed() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=late-truth")
    static class OnHsqldbTest extends LateTruthContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=late-truth")
    static class OnPostgresTest extends LateTruthContract {}
}
