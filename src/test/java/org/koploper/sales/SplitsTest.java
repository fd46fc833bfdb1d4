package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.springframework.jdbc.core.JdbcTemplate;

class SplitsTest {

    private static final Map<String, Long> PEOPLE = Map.of("ANN", 7L, "BEN", 12L, "X:Y", 3L);

    private final Splits splits = new Splits(new JdbcTemplate());
    private final List<String> problems = new ArrayList<>();

    private String canonical(String text) {
        return canonical(splits, text);
    }

    private String canonical(PartsOfDeal parts, String text) {
        Problems told = new Problems() {
            @Override
            public void error(String field, String code, Object... args) {
                problems.add(code + " " + List.of(args));
            }

            @Override
            public void warning(String field, String code, Object... args) {
                problems.add(code + "? " + List.of(args));
            }
        };
        return parts.canonical(text, new Incoming(2, Map.of(), null), (kind, name) -> PEOPLE.get(name), told);
    }

    @Test
    void theOrderThePercentSignAndSpacesMakeNoDifference() {
        assertThat(canonical("BEN:40;ANN:60")).isEqualTo("7:60;12:40");
        assertThat(canonical(" ANN : 60 % ; BEN:40,0% ;")).isEqualTo("7:60;12:40");
        assertThat(problems).isEmpty();
    }

    @Test
    void anExternalIdMayHoldAColon() {
        assertThat(canonical("X:Y:33.3333;ANN:66.6667")).isEqualTo("3:33.3333;7:66.6667");
    }

    @Test
    void whatIsCreditedOnTopNeedNotBeTheWholeAndNobodyIsCreditedWithMoreThanThat() {
        Overlays overlays = new Overlays(new JdbcTemplate());

        assertThat(canonical(overlays, "BEN:100;ANN:25")).isEqualTo("7:25;12:100");
        assertThat(canonical(overlays, "ANN:100.5")).isNull();
        assertThat(canonical(overlays, "ANN:50;ANN:20")).isNull();
        assertThat(problems).containsExactly("overlay-above-whole [ANN, 100.5]", "split-duplicate-person [ANN]");
    }

    @Test
    void everythingWrongIsSaid() {
        assertThat(canonical("ANN:60;BEN:50")).isNull();
        assertThat(canonical("ANN:110;BEN:-10")).isNull();
        assertThat(canonical("ANN:100;BEN:0")).isNull();
        assertThat(canonical("ANN:50;ANN:50")).isNull();
        assertThat(canonical("ANN=100")).isNull();
        assertThat(canonical("ANN:half;BEN:50")).isNull();
        assertThat(canonical("ANN:33.33333;BEN:66.66667")).isNull();
        assertThat(problems)
                .containsExactly(
                        "split-sum [110]",
                        "split-not-positive [BEN, -10]",
                        "split-not-positive [BEN, 0]",
                        "split-duplicate-person [ANN]",
                        "split-unreadable [ANN=100]",
                        "split-unreadable [ANN:half]",
                        "too-many-decimals [33.33333, 4]",
                        "too-many-decimals [66.66667, 4]");
    }
}
