package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.INTEGER;

import java.util.List;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.stereotype.Component;

/**
 * What customers answered: how satisfied they are, and whether they will buy again. Answers of customers only, with the
 * name of the customer; answers of employees are another thing, are anonymous, and never come this way.
 *
 * <p>Both scores are whole numbers from 1 to 5, so that customer satisfaction and the intention to return are the share of
 * answers of 4 and 5. What they are counted by follows from the row: the day, the customer, the deal with its product, and
 * the person, who stands for the owner of the deal where another one did the work.
 */
@Component
class CustomerAnswersKind implements RecordKind {

    static final String NAME = "survey-answers-customer";
    static final int LOWEST = 1;
    static final int HIGHEST = 5;
    static final int LONGEST_COMMENT = 2_000;

    private static final ByHand BY_HAND = ByHand.of("customer-answer", Audiences.ofAnswers());

    private static final List<Field> FIELDS = List.of(
            Field.key("CSA-301"),
            Field.reference("customer", "customer_id", "customers", "C-18"),
            Field.of("answeredOn", DATE, "answered_on", "2026-11-12").needed(),
            Field.of("satisfaction", INTEGER, "satisfaction", "4"),
            Field.of("returnIntention", INTEGER, "return_intention", "5"),
            Field.reference("deal", "deal_id", "deals", "D-2041"),
            Field.reference("person", "person_id", "people", "P-104"),
            Field.text("comment", "remark", LONGEST_COMMENT, "Delivered a day early."));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "customer_answers";
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
        Checks.between(row, problems, "satisfaction", LOWEST, HIGHEST);
        Checks.between(row, problems, "returnIntention", LOWEST, HIGHEST);
        if (row.will("satisfaction") == null && row.will("returnIntention") == null) {
            problems.error("satisfaction", "score-missing");
        }
    }
}
