package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {

    private static final List<String> IDS = List.of("D-1", "", "A/cancelled", "Ünïcode ✓", "long ".repeat(20));

    @Test
    void aSourceInTwoPartsReadsAsItsText() {
        for (String id : IDS) {
            Source source = Source.deal(id);
            String text = "deal:" + id;

            assertThat(source.toString()).isEqualTo(text);
            assertThat(source.length()).isEqualTo(text.length());
            assertThat(source.chars().toArray()).isEqualTo(text.chars().toArray());
            assertThat(source.subSequence(1, text.length())).hasToString(text.substring(1));
            assertThat(source.hashCode()).isEqualTo(text.hashCode());
            assertThat(source).isEqualTo(Source.deal(id)).isNotEqualTo(Source.split(id));
        }
    }

    @Test
    void aReasonThatWasReadIsTheOneThatTheEngineMade() {
        for (String id : IDS) {
            Reason made = Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, Source.split(id));
            Reason read = new Reason(Label.SHARE, Formula.GIVEN, List.of(), BigDecimal.ONE, Unit.RATE, "split:" + id);
            Reason other = new Reason(Label.SHARE, Formula.GIVEN, List.of(), BigDecimal.ONE, Unit.RATE, "deal:" + id);

            assertThat(made).isEqualTo(read).hasSameHashCodeAs(read).isNotEqualTo(other);
            assertThat(read).isEqualTo(made).isNotEqualTo(Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, null));
            assertThat(made.fingerprint()).isEqualTo(read.fingerprint()).isNotEqualTo(other.fingerprint());
            assertThat(made.source()).isEqualTo(read.source());
        }
    }
}
