package org.koploper.commission.engine;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is paid of what is earned, worked out month by month from the definitions of release, draw, holdback, clawback. */
final class OraclePay {

    /** What one deal earned in one component, in cents, and what of it was paid so far. */
    private static final class Deal {
        private final String component;
        private final String id;
        private final YearMonth month;
        private boolean done;
        private Fraction earned;
        private Fraction paid = Fraction.ZERO;

        Deal(String component, String id, YearMonth month, Fraction earned) {
            this.component = component;
            this.id = id;
            this.month = month;
            this.earned = earned;
        }
    }

    /**
     * After a month.
     *
     * @param earned payout of each component of the month
     * @param paid in the month
     * @param guaranteed so far, like all that follow
     */
    record Stand(
            YearMonth month,
            List<Fraction> earned,
            Fraction paid,
            Fraction held,
            Fraction drawn,
            Fraction guaranteed,
            Fraction owed,
            Fraction takenBack) {}

    private final Terms terms;
    private final History history;
    private final Oracle oracle;
    private final YearMonth from;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Fraction> heldBack = new ArrayList<>();
    private Fraction drawn = Fraction.ZERO;
    private Fraction guaranteed = Fraction.ZERO;
    private Fraction owed = Fraction.ZERO;
    private Fraction takenBack = Fraction.ZERO;

    private OraclePay(Terms terms, History history, YearMonth from) {
        this.terms = terms;
        this.history = history;
        this.from = from;
        oracle = new Oracle(terms, history);
    }

    static List<Stand> months(Terms terms, History history, YearMonth from, YearMonth to) {
        OraclePay pay = new OraclePay(terms, history, from);
        List<Stand> stands = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            stands.add(pay.month(month));
        }
        return stands;
    }

    private Stand month(YearMonth month) {
        List<Fraction> earned = new ArrayList<>();
        Fraction due = Fraction.ZERO;
        for (Component component : terms.components()) {
            Oracle.Month of = oracle.month(component, month);
            earned.add(of.payout());
            due = due.plus(of.payout()).minus(hold(component.name(), of, month));
        }
        due = due.plus(release(month));
        Fraction back = recover(month, due);
        // what was drawn is not kept back, nor what repays it
        Fraction paid = due.plus(given(month, due)).minus(back);
        paid = paid.plus(holdBack(due.minus(back))).minus(clawBack(month));
        paid = carry(paid);
        return new Stand(month, List.copyOf(earned), paid, held(), drawn, guaranteed, owed, takenBack);
    }

    /** Remembers in cents what the deals earn; what each earns is what the rounded sum grows by. */
    private Fraction hold(String component, Oracle.Month of, YearMonth month) {
        Fraction exact = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<String, Fraction> one : of.deals().entrySet()) {
            exact = exact.plus(one.getValue());
            Fraction rounded = oracle.rounded(exact);
            deals.add(new Deal(component, one.getKey(), month, rounded.minus(sum)));
            sum = rounded;
        }
        return sum;
    }

    private Fraction release(YearMonth month) {
        Fraction released = Fraction.ZERO;
        for (Deal deal : deals) {
            Fraction whole = original(deal);
            Fraction due = oracle.rounded(whole.times(part(deal, month)));
            // what was given up is not released any more
            due = whole.signum() < 0 ? due.max(deal.earned) : due.min(deal.earned);
            released = released.plus(due.minus(deal.paid));
            deal.paid = due;
        }
        return released;
    }

    private final Map<Deal, Fraction> originals = new java.util.IdentityHashMap<>();

    private Fraction original(Deal deal) {
        return originals.computeIfAbsent(deal, one -> one.earned);
    }

    /** By date; of one day the one with the largest invoice is last. */
    private List<Payment> payments(Deal deal, YearMonth month) {
        return history.payments().stream()
                .filter(payment -> payment.deal().equals(deal.id))
                .filter(payment -> !payment.date().isAfter(month.atEndOfMonth()))
                .sorted(Comparator.comparing(Payment::date)
                        .thenComparing(payment -> payment.of().abs()))
                .toList();
    }

    private Fraction part(Deal deal, YearMonth month) {
        return switch (terms.pay().release()) {
            case null -> Fraction.ONE;
            case PayTerms.OnCash _ -> {
                Fraction received = Fraction.ZERO;
                for (Payment payment : payments(deal, month)) {
                    received = received.plus(Fraction.of(payment.amount()));
                }
                List<Payment> known = payments(deal, month);
                Fraction part = known.isEmpty()
                        ? Fraction.ZERO
                        : received.over(Fraction.of(known.getLast().of()));
                yield part.max(Fraction.ZERO).min(Fraction.ONE);
            }
            case PayTerms.Instalments parts -> {
                Fraction now = Fraction.of(parts.now());
                long age = ChronoUnit.MONTHS.between(deal.month, month);
                long passed =
                        parts.after().stream().filter(after -> after <= age).count();
                yield parts.after().isEmpty()
                        ? Fraction.ONE
                        : Fraction.ONE
                                .minus(now)
                                .times(Fraction.of(passed))
                                .over(Fraction.of(parts.after().size()))
                                .plus(now);
            }
        };
    }

    /** What is paid of the draw: in advance all of it, else what is due less than it. */
    private Fraction given(YearMonth month, Fraction due) {
        PayTerms.Draw draw = terms.pay().draw();
        if (draw == null || !isGiven(draw, month)) {
            return Fraction.ZERO;
        }
        Fraction amount = Fraction.of(draw.amount());
        Fraction given = draw.kind() == PayTerms.DrawKind.IN_ADVANCE
                ? amount
                : amount.minus(due).max(Fraction.ZERO);
        if (draw.kind() == PayTerms.DrawKind.GUARANTEE) {
            guaranteed = guaranteed.plus(given);
        } else {
            drawn = drawn.plus(given);
        }
        return given;
    }

    /** What is taken back of earlier draws, or of the one in advance: from excess only of what lies beyond the draw. */
    private Fraction recover(YearMonth month, Fraction due) {
        PayTerms.Draw draw = terms.pay().draw();
        if (draw == null) {
            return Fraction.ZERO;
        }
        boolean isGiven = isGiven(draw, month);
        Fraction amount = isGiven ? Fraction.of(draw.amount()) : Fraction.ZERO;
        boolean inAdvance = draw.kind() == PayTerms.DrawKind.IN_ADVANCE;
        Fraction owing = inAdvance ? drawn.plus(amount) : drawn;
        Fraction there = inAdvance ? due : due.minus(amount);
        Fraction back = owing.min(there.max(Fraction.ZERO));
        drawn = drawn.minus(back);
        return back;
    }

    /** In the first months of the plan, as many as it says. */
    private boolean isGiven(PayTerms.Draw draw, YearMonth month) {
        long before = 0;
        for (YearMonth one = from; one.isBefore(month); one = one.plusMonths(1)) {
            before += terms.validity().touches(one) ? 1 : 0;
        }
        return terms.validity().touches(month) && (draw.months() == null || before < draw.months());
    }

    private Fraction holdBack(Fraction due) {
        PayTerms.Holdback holdback = terms.pay().holdback();
        if (holdback == null) {
            return Fraction.ZERO;
        }
        int index = heldBack.size();
        heldBack.add(oracle.rounded(due.max(Fraction.ZERO).times(Fraction.of(holdback.share()))));
        Fraction change = heldBack.get(index).negated();
        int ripe = index - holdback.months();
        if (ripe >= 0) {
            change = change.plus(heldBack.get(ripe));
            heldBack.set(ripe, Fraction.ZERO);
        }
        return change;
    }

    private Fraction clawBack(YearMonth month) {
        PayTerms.Clawback clawback = terms.pay().clawback();
        Fraction back = Fraction.ZERO;
        if (clawback == null) {
            return back;
        }
        for (Deal deal : deals) {
            Termination end = deal.done ? null : end(original(deal).signum() < 0 ? whole(deal) : deal, clawback, month);
            if (end == null) {
                continue;
            }
            Fraction kept = clawback.share() == null
                    ? Fraction.of(end.monthsServed()).over(Fraction.of(clawback.term()))
                    : Fraction.ONE.minus(Fraction.of(clawback.share()));
            Fraction entitled = oracle.rounded(original(deal).times(kept));
            Fraction too = deal.paid.minus(entitled);
            if (too.signum() * original(deal).signum() > 0) {
                back = back.plus(too);
                takenBack = takenBack.plus(too);
                deal.paid = entitled;
            }
            deal.earned = entitled;
            deal.done = true;
        }
        return back;
    }

    /** The first early end of a deal that had been sold by then, so far; null for none. */
    private @Nullable Termination end(@Nullable Deal deal, PayTerms.Clawback clawback, YearMonth month) {
        if (deal == null || original(deal).signum() <= 0) {
            return null;
        }
        return history.terminations().stream()
                .filter(end -> end.deal().equals(deal.id) && end.monthsServed() < clawback.term())
                .filter(end -> !YearMonth.from(end.date()).isBefore(deal.month))
                .filter(end -> !YearMonth.from(end.date()).isAfter(month))
                .min(Comparator.comparing(Termination::date).thenComparing(Termination::monthsServed))
                .orElse(null);
    }

    /** What a reversal takes back from, in the same component. */
    private @Nullable Deal whole(Deal reversal) {
        return deals.stream()
                .filter(deal -> deal.component.equals(reversal.component)
                        && reversal.id.lastIndexOf('/') == deal.id.length()
                        && reversal.id.startsWith(deal.id))
                .findFirst()
                .orElse(null);
    }

    private Fraction carry(Fraction paid) {
        if (!terms.pay().carriesDebt()) {
            return paid;
        }
        Fraction net = paid.minus(owed);
        owed = net.negated().max(Fraction.ZERO);
        return net.max(Fraction.ZERO);
    }

    private Fraction held() {
        Fraction held = Fraction.ZERO;
        for (Deal deal : deals) {
            held = held.plus(deal.earned.minus(deal.paid));
        }
        for (Fraction month : heldBack) {
            held = held.plus(month);
        }
        return held;
    }
}
