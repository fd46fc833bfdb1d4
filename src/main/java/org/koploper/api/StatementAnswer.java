package org.koploper.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.ReasonAnswer;
import org.koploper.commission.ReasonWords;
import org.koploper.commission.Reasons;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.Closing;
import org.koploper.ledger.PlanInForce;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.money.Decimals;
import org.koploper.money.Money;

/**
 * A statement as the interface shows it. Amounts and rates are texts of exact decimals; those of lines are not rounded,
 * and the total has the decimals of its currency.
 *
 * @param person external id
 * @param period the month, {@code 2026-11}
 * @param empty why there are no lines; null when there are
 * @param closedAt when its month was closed, which makes it final; null while it is open
 * @param payableOn the day by which it has to be paid; null while it is open
 * @param otherTotals by currency; empty unless plans in two currencies paid in the same month
 */
record StatementAnswer(
        String person,
        String name,
        String period,
        String currency,
        String state,
        String total,
        @Nullable PlanAnswer plan,
        @Nullable Empty empty,
        Instant asOf,
        @Nullable Instant closedAt,
        @Nullable LocalDate payableOn,
        List<LineAnswer> lines,
        Map<String, String> otherTotals) {

    static StatementAnswer of(Statement statement, Locale locale) {
        ReasonWords words = new ReasonWords(locale, statement.currency());
        Map<String, String> others = new TreeMap<>();
        statement
                .otherTotals()
                .forEach((currency, total) ->
                        others.put(currency.getCurrencyCode(), Decimals.plain(total, Money.decimals(currency))));
        Statement.Empty empty = statement.empty();
        Closing closing = statement.closing();
        return new StatementAnswer(
                statement.person().externalId(),
                statement.person().name(),
                statement.period().toString(),
                statement.currency().getCurrencyCode(),
                Reasons.code(statement.state()),
                Decimals.plain(statement.total(), Money.decimals(statement.currency())),
                PlanAnswer.of(statement.plan()),
                empty == null ? null : new Empty(Reasons.code(empty), words.text(empty)),
                statement.asOf(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.payableOn(),
                statement.lines().stream()
                        .map(line -> LineAnswer.of(line, locale))
                        .toList(),
                others);
    }

    record PlanAnswer(String name, int version) {

        static @Nullable PlanAnswer of(@Nullable PlanInForce plan) {
            return plan == null ? null : new PlanAnswer(plan.name(), plan.version());
        }
    }

    /** Why there is nothing: a stable code and the same in words. */
    record Empty(String code, String text) {}

    /**
     * @param deal external id of the deal, followed by {@code /cancelled} or {@code /credit DATE} for what was taken back;
     *     null for the rounding of a component
     * @param sentence the reason in one sentence
     */
    record LineAnswer(
            long entry,
            String component,
            @Nullable String deal,
            String earned,
            String base,
            String rate,
            String amount,
            String currency,
            String sentence,
            ReasonAnswer reason) {

        static LineAnswer of(StatementLine line, Locale locale) {
            Reason reason = Reasons.read(line.reason());
            ReasonWords words = ReasonWords.of(locale, line.currency(), reason);
            int decimals = Money.decimals(line.currency());
            return new LineAnswer(
                    line.entry(),
                    line.component(),
                    line.deal(),
                    line.earned().toString(),
                    Decimals.plain(line.base(), decimals),
                    Decimals.plain(line.rate()),
                    Decimals.plain(line.amount(), decimals),
                    line.currency().getCurrencyCode(),
                    words.sentence(reason),
                    ReasonAnswer.of(reason, words));
        }
    }
}
