package org.koploper.commission.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.PayTerms;

/** Reads when what is earned is paid. */
final class PayReader {

    private static final int MOST = 120;
    private static final Map<String, Boolean> DEBT = Map.of("paid", false, "carried", true);
    private static final Map<String, PayTerms.DrawKind> KIND = Map.of(
            "guarantee", PayTerms.DrawKind.GUARANTEE,
            "from-excess", PayTerms.DrawKind.FROM_EXCESS,
            "in-advance", PayTerms.DrawKind.IN_ADVANCE);

    private PayReader() {}

    static PayTerms read(PlanFields document) {
        if (!document.has("pay")) {
            return PayTerms.AT_ONCE;
        }
        PlanFields fields = document.object("pay");
        PayTerms terms = new PayTerms(
                fields.has("release") ? release(fields) : null,
                fields.has("draw") ? draw(fields.object("draw")) : null,
                fields.has("holdback") ? holdback(fields.object("holdback")) : null,
                fields.has("clawback") ? clawback(fields.object("clawback")) : null,
                fields.choice("debt", DEBT, "paid"));
        fields.done();
        return terms;
    }

    private static PayTerms.Release release(PlanFields pay) {
        if (pay.isText("release")) {
            return pay.choice("release", Map.of("cash", new PayTerms.OnCash()), "cash");
        }
        PlanFields fields = pay.object("release");
        BigDecimal now = fields.decimal("now", PlanDocument.RATE_DECIMALS);
        List<Integer> after = fields.wholes("after", MOST);
        fields.done();
        return fields.fitting("after", () -> new PayTerms.Instalments(now, after));
    }

    private static PayTerms.Draw draw(PlanFields fields) {
        String name = fields.has("name") ? fields.text("name") : "Draw";
        PayTerms.DrawKind kind = fields.choice("kind", KIND, "from-excess");
        BigDecimal amount = fields.decimal("amount", PlanDocument.AMOUNT_DECIMALS);
        Integer months = months(fields);
        fields.done();
        return fields.fitting("amount", () -> new PayTerms.Draw(name, kind, amount, months));
    }

    private static PayTerms.Holdback holdback(PlanFields fields) {
        String name = fields.has("name") ? fields.text("name") : "Holdback";
        BigDecimal share = fields.decimal("share", PlanDocument.RATE_DECIMALS);
        int months = fields.whole("months");
        fields.done();
        return fields.fitting("share", () -> new PayTerms.Holdback(name, share, months));
    }

    private static PayTerms.Clawback clawback(PlanFields fields) {
        BigDecimal share = fields.decimalOrNull("share", PlanDocument.RATE_DECIMALS);
        int term = fields.whole("term");
        fields.done();
        return fields.fitting("term", () -> new PayTerms.Clawback(share, term));
    }

    private static @Nullable Integer months(PlanFields fields) {
        return fields.has("months") ? Integer.valueOf(fields.whole("months")) : null;
    }
}
