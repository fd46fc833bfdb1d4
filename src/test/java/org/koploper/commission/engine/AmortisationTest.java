package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmortisationTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void whatIsEarnedIsSpreadWheneverItIsPaid() {
        PayTerms halfLater =
                new PayTerms(new PayTerms.Instalments(new BigDecimal("0.5"), List.of(2)), null, null, null, false);
        Terms terms = new Terms(
                "AM",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2026, 1, 1), null),
                List.of(new Component("Commission", new FlatRate(new BigDecimal("0.10")))),
                Rounding.standard(Samples.EURO),
                halfLater);
        Credit deal = new Credit("D", LocalDate.of(2026, 1, 10), new BigDecimal("1200"), BigDecimal.ONE);
        List<Line> lines = Engine.pay(terms, History.of(List.of(deal)), JANUARY, JANUARY.plusMonths(3));

        List<Amortisation.Expense> expenses = new Amortisation(12, true, 0).of(terms, lines);

        assertThat(expenses).hasSize(12).allSatisfy(one -> {
            assertThat(one.earned()).isEqualTo(JANUARY);
            assertThat(one.reason().result()).isEqualByComparingTo("10");
        });
        assertThat(expenses.getFirst().month()).isEqualTo(JANUARY.plusMonths(1));
        assertThat(expenses.getLast().month()).isEqualTo(JANUARY.plusMonths(12));
    }
}
