package org.koploper.commission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Reason;
import org.koploper.money.Decimals;

/**
 * Why a number is what it is, as the interface and the commands show it.
 *
 * @param label what it is called, in the reader's language; {@code code} stays the same in every language
 * @param formula how it follows from the operands, with the numbers filled in
 * @param result exact decimal
 * @param unit {@code amount}, {@code rate} or {@code count}
 * @param source stable reference such as {@code deal:D-1042}; null where it follows from its operands alone
 */
public record ReasonAnswer(
        String label,
        String formula,
        List<ReasonAnswer> operands,
        String result,
        @Nullable String source,
        String code,
        String formulaCode,
        String unit) {

    public static ReasonAnswer of(Reason reason, ReasonWords words) {
        return new ReasonAnswer(
                words.label(reason),
                reason.formula() == Formula.GIVEN ? words.given() : words.formula(reason),
                reason.operands().stream().map(operand -> of(operand, words)).toList(),
                Decimals.plain(reason.result()),
                reason.source(),
                Reasons.code(reason.label()),
                Reasons.code(reason.formula()),
                Reasons.code(reason.unit()));
    }
}
