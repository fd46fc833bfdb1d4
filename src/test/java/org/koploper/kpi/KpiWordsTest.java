package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class KpiWordsTest {

    @Test
    void aMissingPartIsCalledByItsNameAndNotByItsKey() {
        KpiReason reason = KpiReason.of(KpiReason.Code.MISSING_PART, Kpi.SALES_CYCLE.key());

        assertThat(KpiWords.reason(reason, Locale.UK)).contains("Sales cycle").doesNotContain("sales-cycle");
        assertThat(KpiWords.reason(reason, Locale.of("nl", "BE")))
                .contains(KpiWords.name(Kpi.SALES_CYCLE, Locale.of("nl")))
                .doesNotContain("sales-cycle");
    }
}
