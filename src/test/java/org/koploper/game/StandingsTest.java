package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.kpi.Metric;
import org.koploper.period.Period;

class StandingsTest {

    @ParameterizedTest(name = "of six, around {0}: {1}")
    @CsvSource({"0, 0 1 2", "1, 0 1 2 3", "2, 0 1 2 3 4", "3, 1 2 3 4 5", "5, 3 4 5", "9, ''"})
    void aroundMeShowsTwoAboveAndTwoBelowAndAlwaysTheOwnRow(long self, String expected) {
        assertThat(Standings.around(board("60", "50", "40", "30", "20", "10"), self).stream()
                        .map(row -> Long.toString(row.id()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void theDistanceIsToTheNextBetterValueAlsoWhereOthersShareMine() {
        Board board = board("60.5", "50", "50", "10");

        assertThat(Standings.toNext(board, board.standings().get(0))).isEmpty();
        assertThat(Standings.toNext(board, board.standings().get(2))).contains(new BigDecimal("10.5"));
        assertThat(Standings.toNext(board, board.standings().get(3))).contains(new BigDecimal("40"));
    }

    private static Board board(String... values) {
        List<Standing> rows = new ArrayList<>();
        for (String value : values) {
            int id = rows.size();
            rows.add(new Standing(
                    id + 1,
                    id,
                    "P" + id,
                    "N" + id,
                    null,
                    new BigDecimal(value),
                    new BigDecimal(value),
                    null,
                    null,
                    null,
                    false));
        }
        return new Board(
                BoardQuery.people(Metric.REVENUE, Period.day(LocalDate.of(2026, 11, 1))),
                "EUR",
                rows,
                List.of(),
                Instant.EPOCH);
    }
}
