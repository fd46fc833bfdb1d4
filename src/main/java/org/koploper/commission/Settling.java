package org.koploper.commission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.PayTerms;
import org.koploper.commission.engine.Payment;
import org.koploper.commission.engine.Termination;
import org.koploper.commission.engine.Terms;
import org.koploper.sales.Cash;

/**
 * What plans need to know that pay later than a deal was won, or in months without any: how far to compute, the money that
 * came in, and the deals that ended.
 */
final class Settling {

    private final Map<String, List<Cash.Received>> cash;

    /** @param cash by external id of the deal, of those whose pay follows it */
    Settling(Map<String, List<Cash.Received>> cash) {
        this.cash = cash;
    }

    /** Whether months after a sale, or without one, can pay something under these terms: each of them is computed. */
    static boolean goesOn(Terms terms) {
        return goesOn(terms.pay(), terms.components());
    }

    static boolean goesOn(PayTerms pay, List<Component> components) {
        return !pay.equals(PayTerms.AT_ONCE)
                || components.stream().anyMatch(component -> component.needs().contains(Need.EVERY_MONTH));
    }

    static boolean settles(Terms terms) {
        return !terms.pay().equals(PayTerms.AT_ONCE);
    }

    static boolean followsCash(Terms terms) {
        return terms.pay().release() instanceof PayTerms.OnCash;
    }

    private static boolean knowsEnds(Piece piece) {
        return piece.terms().pay().clawback() != null;
    }

    /**
     * With all that settles it; deals of the people below are paid, and end, for those above too.
     *
     * @param pieces all of the payee, by day
     */
    History complete(History history, List<Piece> pieces) {
        if (pieces.stream().noneMatch(piece -> settles(piece.terms()))) {
            return history;
        }
        Beside beside = history.beside();
        Map<String, List<Payment>> paid = new LinkedHashMap<>();
        Set<Termination> ends = new LinkedHashSet<>();
        List.of(history.credits(), beside.overlay(), beside.team())
                .forEach(credits -> credits.forEach(credit -> {
                    paid.computeIfAbsent(deal(credit) + seller(credit), seen -> payments(seen, deal(credit)));
                    if (isEnd(credit, pieces)) {
                        // of a deal that one shares and is credited with on top of that there is one end
                        ends.add(end(credit));
                    }
                }));
        return new History(
                withoutEnds(history.credits(), pieces),
                history.service(),
                history.quotas(),
                history.scores(),
                paid.values().stream().flatMap(List::stream).toList(),
                List.copyOf(ends),
                new Beside(
                        withoutEnds(beside.overlay(), pieces),
                        withoutEnds(beside.team(), pieces),
                        beside.placings(),
                        beside.claims(),
                        beside.rates()));
    }

    private static List<Credit> withoutEnds(List<Credit> credits, List<Piece> pieces) {
        return pieces.stream().anyMatch(Settling::knowsEnds)
                ? credits.stream().filter(credit -> !isEnd(credit, pieces)).toList()
                : credits;
    }

    /**
     * A cancellation is the end of its deal, and no reversal, where the plan under which it was won says what it pays back
     * then. So it is where the plan of the day does, unless the deal was won under another plan, which nothing goes on from.
     */
    private static boolean isEnd(Credit credit, List<Piece> pieces) {
        if (!isCancellation(credit)) {
            return false;
        }
        Piece won = on(credit.facts().origin().wonOn(credit.date()), pieces);
        Piece now = on(credit.date(), pieces);
        return won != null && knowsEnds(won)
                || now != null && knowsEnds(now) && (won == null || Piece.goOn(won, now, pieces));
    }

    private static @Nullable Piece on(LocalDate day, List<Piece> pieces) {
        return pieces.stream().filter(piece -> piece.contains(day)).findFirst().orElse(null);
    }

    /** @param seen the id under which the payee sees the deal */
    private List<Payment> payments(String seen, String deal) {
        return cash.getOrDefault(deal, List.of()).stream()
                .map(received -> new Payment(seen, received.day(), received.amount(), received.invoiced()))
                .toList();
    }

    /** A cancellation takes the deal away; a credit note leaves it. */
    private static boolean isCancellation(Credit credit) {
        return credit.facts().deals().signum() < 0;
    }

    private static Termination end(Credit cancelled) {
        LocalDate won = Objects.requireNonNullElse(cancelled.facts().origin().won(), cancelled.date());
        return new Termination(deal(cancelled) + seller(cancelled), cancelled.date(), (int)
                Math.max(0, ChronoUnit.MONTHS.between(won, cancelled.date())));
    }

    /** The external id of the deal that a credit is about, or that it takes something back of; see {@link DealCredits}. */
    private static String deal(Credit credit) {
        String id = credit.deal()
                .substring(0, credit.deal().length() - seller(credit).length());
        boolean isReversal = credit.facts().deals().signum() < 1;
        return isReversal ? id.substring(0, id.lastIndexOf('/')) : id;
    }

    /** What follows the id where somebody below the payee sold it; nothing where the payee did. */
    private static String seller(Credit credit) {
        String member = credit.facts().traits().get(Beside.MEMBER);
        return member == null ? "" : "/" + member;
    }
}
