package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** What dated states promise: each says until when it held, whatever was written later about whichever day. */
abstract class HeldStatesContract extends SalesTrial {

    private static final List<String> STAGES = List.of("engaging", "quoted", "won", "lost");
    private static final List<String> OUTCOMES = List.of("open", "won", "lost");
    private static final List<String> STATUSES = List.of("new", "qualified", "converted");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachHeldUntilTheFirstDayOfAnyLaterOne(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            int which = random.nextInt(6);
            String owner = x + (random.nextBoolean() ? "ann" : "ben");
            LocalDate day = FEBRUARY.minusDays(random.nextInt(300));
            switch (random.nextInt(3)) {
                case 0 -> {
                    String stage = STAGES.get(random.nextInt(STAGES.size()));
                    boolean over = stage.equals("won") || stage.equals("lost");
                    take(
                            "deals",
                            row(
                                    "externalId",
                                    x + "D" + which,
                                    "owner",
                                    owner,
                                    "stage",
                                    stage,
                                    "engagedOn",
                                    day.minusDays(random.nextInt(40)),
                                    "closedOn",
                                    over ? day : null,
                                    "value",
                                    new BigDecimal(random.nextInt(3)),
                                    "currency",
                                    "EUR"));
                }
                case 1 -> {
                    String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                    take(
                            "quotes",
                            row(
                                    "externalId",
                                    x + "Q" + which,
                                    "owner",
                                    owner,
                                    "outcome",
                                    outcome,
                                    "sentOn",
                                    day.minusDays(random.nextInt(40)),
                                    "decidedOn",
                                    outcome.equals("open") ? null : day,
                                    "revision",
                                    1 + random.nextInt(2),
                                    "value",
                                    new BigDecimal(random.nextInt(3)),
                                    "currency",
                                    "EUR"));
                }
                default ->
                    take(
                            "leads",
                            row(
                                    "externalId",
                                    x + "L" + which,
                                    "owner",
                                    owner,
                                    "status",
                                    STATUSES.get(random.nextInt(STATUSES.size())),
                                    "createdOn",
                                    day));
            }
        }

        for (String[] of : new String[][] {{"deal", "deals"}, {"quote", "quotes"}, {"lead", "leads"}}) {
            List<String> told = new ArrayList<>();
            List<String> looked = new ArrayList<>();
            jdbc.sql("""
                            select s.until_day, (select min(n.from_day) from %1$s_states n
                                where n.%1$s_id = s.%1$s_id and n.seq > s.seq) as next_day
                            from %1$s_states s join %2$s o on o.id = s.%1$s_id where o.external_id like :own
                            order by o.external_id, s.seq""".formatted(of[0], of[1])).param("own", x + "%").query(row -> {
                told.add(row.getString("until_day"));
                looked.add(row.getString("next_day"));
            });
            assertThat(told).as(of[1]).isEqualTo(looked).hasSizeGreaterThan(10);
            assertThat(told).as(of[1]).anyMatch(day -> day != null);
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends HeldStatesContract {}

    @OnPostgres
    static class OnPostgresTest extends HeldStatesContract {}
}
