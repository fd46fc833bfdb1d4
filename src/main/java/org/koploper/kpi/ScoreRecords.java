package org.koploper.kpi;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.access.Role.REP;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Audience.Reach.BELOW;
import static org.koploper.records.Audience.Reach.OWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Scores of objectives as they arrive: whose, of what, from when to when; nobody scores oneself. */
@Component
class ScoreRecords implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "score",
                    Audience.ofPerson("person_id")
                            .let(SEE, OWN, REP, MANAGER)
                            .let(SEE, BELOW, MANAGER)
                            .let(SEE, ALL, FINANCE, ADMIN)
                            .let(CHANGE, BELOW, MANAGER)
                            .let(REMOVE, BELOW, MANAGER)
                            .let(CHANGE, ALL, ADMIN)
                            .let(REMOVE, ALL, ADMIN))
            .explaining("person", "objective", "from", "to", "score");

    private static final List<Field> FIELDS = List.of(
            Field.key("SCORE-2026-Q4-P-104-LAUNCH"),
            Field.reference("person", "person_id", "people", "P-104").needed(),
            Field.text("objective", "objective", 100, "Launch").needed(),
            Field.of("from", Field.Type.DATE, "from_day", "2026-10-01").needed(),
            Field.of("to", Field.Type.DATE, "to_day", "2026-12-31").needed(),
            Field.of("score", Field.Type.DECIMAL, "score", "1.25").needed());

    private static final BigDecimal MOST = BigDecimal.TEN;

    private final ApplicationEventPublisher events;

    ScoreRecords(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public String table() {
        return "scores";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        if (row.will("from") instanceof LocalDate from && row.will("to") instanceof LocalDate to && to.isBefore(from)) {
            problems.error("to", "ends-before-start", to.toString(), from.toString());
        }
        if (row.will("score") instanceof BigDecimal score && (score.signum() < 0 || score.compareTo(MOST) > 0)) {
            problems.error("score", "objective-score-out-of-range", score.toPlainString());
        }
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new ScoresChanged(batch.id()));
    }
}
