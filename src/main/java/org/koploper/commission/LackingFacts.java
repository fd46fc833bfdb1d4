package org.koploper.commission;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.Lacking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds lines that pay nothing because an exchange rate, an invoice, a cost, a score or a quota is not known. */
@Component
class LackingFacts implements Lacking {

    private static final Map<Label, What> WHAT = new EnumMap<>(Map.of(
            Label.NO_RATE,
            What.RATE,
            Label.NO_INVOICE,
            What.INVOICE,
            Label.NO_COST,
            What.COST,
            Label.NOT_SCORED,
            What.SCORE,
            Label.NO_QUOTA,
            What.QUOTA));

    private final JdbcClient jdbc;

    LackingFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Missing> in(YearMonth month) {
        return jdbc.sql("""
                select e.person_id, e.deal, e.component, e.reason
                from (select person_id, line_key, max(seq) as last_seq from ledger_entries
                      where posted_month = :month group by person_id, line_key) t
                join ledger_entries e on e.person_id = t.person_id and e.seq = t.last_seq
                where e.change_kind <> 'GONE' and e.line_amount = 0
                  and (e.reason like :rate or e.reason like :invoice or e.reason like :cost
                    or e.reason like :score or e.reason like :quota)
                order by e.person_id, e.seq fetch first 1 rows only
                """)
                .param("month", month.toString())
                .param("rate", has(Label.NO_RATE))
                .param("invoice", has(Label.NO_INVOICE))
                .param("cost", has(Label.NO_COST))
                .param("score", has(Label.NOT_SCORED))
                .param("quota", has(Label.NO_QUOTA))
                .query((row, n) -> new Missing(
                        new PersonId(row.getLong("person_id")),
                        what(Reasons.read(row.getString("reason"))),
                        Objects.requireNonNullElse(row.getString("deal"), row.getString("component"))))
                .optional();
    }

    /** Somewhere in the reason, since weights and gates are put around it. */
    private static What what(Reason reason) {
        return WHAT.entrySet().stream()
                .filter(one -> ReasonWords.find(reason, one.getKey()) != null)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(What.QUOTA);
    }

    private static String has(Label label) {
        return "%\"label\":\"" + Reasons.code(label) + "\"%";
    }
}
