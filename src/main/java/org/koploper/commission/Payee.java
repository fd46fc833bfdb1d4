package org.koploper.commission;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.Credited.Exchange;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;
import org.koploper.sales.CreditedDeal;

/**
 * What one payee has earned in a span of months under all plans that pay on some day of it. Pure but for the rates.
 *
 * <p>A statement's line is known by {@code plan/version|component|month|deal|band}: the engine's key with the plan before
 * it. Where one version pays in two separate stretches of one month, the second is {@code plan/version~2}.
 */
final class Payee {

    static final char SEPARATOR = '|';

    private final List<Piece> pieces;
    private final List<CreditedDeal> deals;
    private final Exchanges exchanges;
    private final PersonId person;
    private final Circumstances circumstances;
    private final Map<String, List<Credited>> byCurrency = new HashMap<>();

    /** @param deals all that the payee is credited with from the first day of the first month's window on */
    Payee(
            PersonId person,
            List<Piece> pieces,
            List<CreditedDeal> deals,
            Exchanges exchanges,
            Circumstances circumstances) {
        this.person = person;
        this.circumstances = circumstances;
        this.pieces = pieces;
        this.deals = deals;
        this.exchanges = exchanges;
    }

    /** The lines under one version of a plan. */
    record Earned(Piece piece, List<Line> lines) {}

    /** By the part of the key that names plan and version; a month without any credit has no lines. */
    Map<String, Earned> lines(Span span) {
        Map<String, Earned> earned = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (Line line : lines(piece, span)) {
                earned.computeIfAbsent(prefix(i, line.month()), prefix -> new Earned(piece, new ArrayList<>()))
                        .lines()
                        .add(line);
            }
        }
        return earned;
    }

    private String prefix(int index, YearMonth month) {
        Piece piece = pieces.get(index);
        long earlier = pieces.subList(0, index).stream()
                .filter(other -> other.version().equals(piece.version()) && other.touches(month))
                .count();
        String prefix = piece.plan().externalId() + "/" + piece.version().number();
        return earlier == 0 ? prefix : prefix + "~" + (earlier + 1);
    }

    private List<Line> lines(Piece piece, Span span) {
        if (deals.isEmpty()) {
            return List.of();
        }
        YearMonth first = latest(
                span.from(), piece.firstMonth(), YearMonth.from(deals.getFirst().date()));
        YearMonth last = earliest(
                span.to(), piece.lastMonth(), YearMonth.from(deals.getLast().date()));
        if (last.isBefore(first)) {
            return List.of();
        }
        List<Credited> credited = byCurrency.computeIfAbsent(
                piece.plan().currency().getCurrencyCode(), currency -> exchanges.in(currency, deals));
        Map<String, Exchange> exchanged = new HashMap<>();
        List<Credit> payable = new ArrayList<>(credited.size());
        List<Line> lines = new ArrayList<>();
        for (Credited one : credited) {
            if (one.payable()) {
                payable.add(one.credit());
            } else {
                addUnpaid(piece, one, first, last, lines);
            }
            if (one.exchange() != null) {
                exchanged.put("deal:" + one.credit().deal(), one.exchange());
            }
        }
        for (Line line : Engine.calculate(piece.terms(), circumstances.history(person, piece, payable), first, last)) {
            if (line.kind() != LineKind.NOTHING_CREDITED) {
                lines.add(exchanged.isEmpty() ? line : explained(line, exchanged));
            }
        }
        return lines;
    }

    /** Without its rate a deal is not paid and says so; it is corrected once the rate is there. */
    private static void addUnpaid(Piece piece, Credited unpaid, YearMonth first, YearMonth last, List<Line> lines) {
        Credit credit = unpaid.credit();
        YearMonth month = YearMonth.from(credit.date());
        if (month.isBefore(first)
                || month.isAfter(last)
                || !piece.terms().validity().contains(credit.date())
                || unpaid.exchange() == null) {
            return;
        }
        Reason reason = new Reason(
                Label.NO_RATE,
                Formula.SUM,
                List.of(),
                BigDecimal.ZERO,
                Unit.AMOUNT,
                unpaid.exchange().source());
        for (Component component : piece.terms().components()) {
            lines.add(new Line(
                    LineKind.DEAL,
                    component.name(),
                    credit.deal(),
                    month,
                    Line.NO_BAND,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    reason));
        }
    }

    private static Line explained(Line line, Map<String, Exchange> exchanged) {
        Exchange exchange = line.deal() == null ? null : exchanged.get("deal:" + line.deal());
        return exchange == null
                ? line
                : new Line(
                        line.kind(),
                        line.component(),
                        line.deal(),
                        line.month(),
                        line.band(),
                        line.base(),
                        line.rate(),
                        line.amount(),
                        explained(line.reason(), exchange));
    }

    /** Puts the exchange where the engine, which knows one currency only, was given the converted amount. */
    private static Reason explained(Reason reason, Exchange exchange) {
        if (reason.label() == Label.DEAL_AMOUNT && reason.formula() == Formula.GIVEN) {
            return converted(reason, exchange);
        }
        if (reason.operands().isEmpty()) {
            return reason;
        }
        List<Reason> operands = reason.operands().stream()
                .map(operand -> explained(operand, exchange))
                .toList();
        return new Reason(reason.label(), reason.formula(), operands, reason.result(), reason.unit(), reason.source());
    }

    private static Reason converted(Reason amount, Exchange exchange) {
        BigDecimal rate = java.util.Objects.requireNonNull(exchange.rate());
        Reason product = new Reason(
                Label.CONVERTED_AMOUNT,
                Formula.PRODUCT,
                List.of(
                        given(Label.ORIGINAL_AMOUNT, exchange.original(), "currency:" + exchange.currency()),
                        given(Label.EXCHANGE_RATE, rate, exchange.source())),
                exchange.original().multiply(rate),
                Unit.AMOUNT,
                null);
        Reason decimals = given(Label.DECIMALS, BigDecimal.valueOf(Exchanges.DECIMALS), null);
        return new Reason(
                Label.DEAL_AMOUNT,
                Formula.ROUNDED_HALF_UP,
                List.of(product, decimals),
                amount.result(),
                Unit.AMOUNT,
                amount.source());
    }

    private static Reason given(Label label, BigDecimal value, @Nullable String source) {
        return new Reason(label, Formula.GIVEN, List.of(), value, Unit.COUNT, source);
    }

    private static YearMonth latest(YearMonth... months) {
        return java.util.Arrays.stream(months).max(YearMonth::compareTo).orElseThrow();
    }

    private static YearMonth earliest(YearMonth... months) {
        return java.util.Arrays.stream(months).min(YearMonth::compareTo).orElseThrow();
    }
}
