package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A credit with what all components need of it, worked out once. */
record Credited(Credit credit, String source, Reason reason) {

    static Credited of(Credit credit) {
        String source = "deal:" + credit.deal();
        Reason reason = Reason.amount(
                Label.CREDITED,
                Formula.PRODUCT,
                source,
                List.of(
                        Reason.given(Label.DEAL_AMOUNT, credit.dealAmount(), Unit.AMOUNT, source),
                        Reason.given(Label.SHARE, credit.share(), Unit.RATE, "split:" + credit.deal())));
        return new Credited(credit, source, reason);
    }

    BigDecimal amount() {
        return reason.result();
    }

    LocalDate date() {
        return credit.date();
    }
}
