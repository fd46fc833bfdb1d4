package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.koploper.sales.CreditedDeal.Kind;

class CreditRefTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    @Test
    void itIsReadAsItWasWritten() {
        for (CreditRef one : new CreditRef[] {
            new CreditRef("D-1042", Kind.WON, null),
            new CreditRef("D/10 42", Kind.WON, null),
            new CreditRef("D-1042", Kind.CANCELLED, null),
            new CreditRef("D/1", Kind.CREDIT_NOTE, DAY)
        }) {
            assertThat(CreditRef.parse(one.id())).isEqualTo(one);
        }
        assertThat(CreditRef.parse("D-1/credit 2026-11-05*")).isEqualTo(new CreditRef("D-1", Kind.CREDIT_NOTE, DAY));
    }

    @Test
    void whatLooksLikeADayAndIsNoneBelongsToTheNumber() {
        assertThat(CreditRef.parse("D-1/credit 2026-13-05"))
                .isEqualTo(new CreditRef("D-1/credit 2026-13-05", Kind.WON, null));
        assertThat(CreditRef.parse("/cancelled").kind()).isEqualTo(Kind.WON);
    }

    @Test
    void itIsNamedInTheLanguageOfTheReader() {
        CreditRef note = new CreditRef("D-1", Kind.CREDIT_NOTE, DAY);
        assertThat(note.named("{Heating} · D-1", Locale.UK)).isEqualTo("{Heating} · D-1, credit note of 5 Nov 2026");
        assertThat(note.named("D-1", Locale.forLanguageTag("nl-BE"))).startsWith("D-1, creditnota van 5 nov");
        assertThat(new CreditRef("D-1", Kind.CANCELLED, null).named("D-1", Locale.UK))
                .isEqualTo("D-1, cancelled");
    }
}
