package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each deal has earned, in whole cents, and how much of it has been paid. */
final class Deals {

    /** Of one credit in one component and month. */
    private static final class Share {
        private final String component;
        private final String deal;
        private final YearMonth earnedIn;
        private final BigDecimal earned;
        private BigDecimal entitled;
        private BigDecimal paid = BigDecimal.ZERO;
        /** The one that counts; null while it has not ended before its time. */
        private @Nullable End end;

        private Share(String component, String deal, YearMonth earnedIn, BigDecimal earned) {
            this.component = component;
            this.deal = deal;
            this.earnedIn = earnedIn;
            this.earned = earned;
            this.entitled = earned;
        }
    }

    /** @param by the version under which the deal was won, which says what is taken back */
    private record End(Termination what, Terms by) {}

    private final Terms plan;
    private final Map<String, List<Payment>> payments;
    private final Map<String, List<Termination>> terminations;
    private final @Nullable Deals earlier;
    private final Map<String, List<Share>> byDeal = new LinkedHashMap<>();

    /** @param earlier those of the version before, whose deals the reversals of this one can be about; null for none */
    Deals(Terms plan, History history, @Nullable Deals earlier) {
        this.plan = plan;
        this.earlier = earlier;
        // whatever order they came in; of one day the larger invoice and the shorter service count
        payments = history.payments().stream()
                .sorted(Comparator.comparing(Payment::date)
                        .thenComparing(payment -> payment.of().abs()))
                .collect(Collectors.groupingBy(Payment::deal));
        terminations = history.terminations().stream()
                .sorted(Comparator.comparing(Termination::date).thenComparing(Termination::monthsServed))
                .collect(Collectors.groupingBy(Termination::deal));
    }

    /** Keeps what the deals of this month have earned; what no deal earns stays due. */
    void hold(Settlement.MonthLines lines) {
        for (Share share : shares(lines)) {
            Reason earned = earned(share);
            lines.add(LineKind.HELD, share.component, share.deal, lines.minus(Label.HELD, earned));
        }
    }

    /** Remembers what the deals of this month have earned, all of it paid. */
    void pay(Settlement.MonthLines lines) {
        for (Share share : shares(lines)) {
            share.paid = share.earned;
        }
    }

    /** Pays what is due of all deals by the end of this month. */
    void release(Settlement.MonthLines lines, PayTerms.Release release) {
        byDeal.values()
                .forEach(shares -> shares.forEach(share -> {
                    Reason due = switch (release) {
                        case PayTerms.OnCash cash -> byCash(share, lines);
                        case PayTerms.Instalments instalments -> byTime(share, instalments, lines);
                    };
                    if (due.result().signum() * share.earned.signum() < 0) {
                        due = limited(lines, due, Reason.given(Label.NOTHING, BigDecimal.ZERO, Unit.AMOUNT, null));
                    }
                    // what ended early is entitled to less
                    BigDecimal limit = share.entitled;
                    if (due.result().abs().compareTo(limit.abs()) > 0) {
                        due = limited(
                                lines, due, Reason.given(Label.ENTITLED, limit, Unit.AMOUNT, Source.deal(share.deal)));
                    }
                    if (due.result().compareTo(share.paid) != 0) {
                        Reason before =
                                Reason.given(Label.RELEASED_BEFORE, share.paid, Unit.AMOUNT, Source.deal(share.deal));
                        Reason now = lines.of(Label.RELEASED, Formula.DIFFERENCE, due, before);
                        lines.add(LineKind.RELEASED, share.component, share.deal, now);
                        share.paid = due.result();
                    }
                }));
    }

    /** On the other side of the limit: the limit. */
    private static Reason limited(Settlement.MonthLines lines, Reason due, Reason limit) {
        Formula formula = due.result().compareTo(limit.result()) < 0 ? Formula.MOST : Formula.LEAST;
        return lines.of(Label.DUE_OF_DEAL, formula, due, limit);
    }

    /**
     * Takes back what a deal that ended in this month was paid beyond what it is entitled to now, and gives up what was
     * still held. What its reversals took back, before or after, is given back by the same part: a deal that is both
     * cancelled and ended pays its money back once. A version without a clawback leaves it to reversals what is taken back,
     * which is all; where another one holds that knows ends only, all is what the end takes back.
     *
     * @param knowsEnds of a day, whether a version with a clawback holds on it
     */
    void clawBack(Settlement.MonthLines lines, Predicate<LocalDate> knowsEnds) {
        all(share -> share.earned.signum() > 0 && share.end == null, share -> {
            share.end = ended(share, lines.month(), knowsEnds);
            if (share.end != null) {
                clawBack(lines, share.end, share);
            }
        });
        all(share -> share.earned.signum() < 0 && share.end == null, share -> {
            share.end = endOfWhatItReverses(share);
            if (share.end != null) {
                clawBack(lines, share.end, share);
            }
        });
    }

    private void all(Predicate<Share> wanted, Consumer<Share> work) {
        byDeal.values()
                .forEach(shares -> shares.stream().filter(wanted).toList().forEach(work));
    }

    private @Nullable End ended(Share share, YearMonth month, Predicate<LocalDate> knowsEnds) {
        PayTerms.Clawback clawback = plan.pay().clawback();
        return terminations.getOrDefault(share.deal, List.of()).stream()
                .filter(end -> YearMonth.from(end.date()).equals(month))
                .filter(end -> clawback == null ? knowsEnds.test(end.date()) : end.monthsServed() < clawback.term())
                .findFirst()
                .map(end -> new End(end, plan))
                .orElse(null);
    }

    private @Nullable End endOfWhatItReverses(Share share) {
        String reversed = Credit.reversed(share.deal);
        for (Deals deals = this; deals != null; deals = deals.earlier) {
            for (Share whole : deals.byDeal.getOrDefault(reversed, List.of())) {
                if (whole.component.equals(share.component) && whole.earned.signum() > 0 && whole.end != null) {
                    return whole.end;
                }
            }
        }
        return null;
    }

    private void clawBack(Settlement.MonthLines lines, End end, Share share) {
        Reason kept = lines.rounded(Label.ENTITLED, kept(end, share));
        Reason paid = Reason.given(Label.PAID_BEFORE, share.paid, Unit.AMOUNT, Source.deal(share.deal));
        BigDecimal held = share.earned.subtract(share.paid);
        share.entitled = kept.result();
        if (share.paid.abs().compareTo(kept.result().abs()) > 0) {
            Reason back = lines.of(Label.CLAWED_BACK, Formula.DIFFERENCE, kept, paid);
            lines.add(LineKind.CLAWED_BACK, share.component, share.deal, back);
            share.paid = kept.result();
        } else {
            held = share.earned.subtract(kept.result());
        }
        if (held.signum() != 0) {
            Reason given = Reason.given(Label.NOT_PAID_YET, held, Unit.AMOUNT, Source.deal(share.deal));
            lines.add(LineKind.CANCELLED, share.component, share.deal, lines.minus(Label.CANCELLED, given));
            lines.add(LineKind.FREED, share.component, share.deal, lines.of(Label.CANCELLED, Formula.SUM, given));
        }
    }

    private static Reason kept(End end, Share share) {
        PayTerms.Clawback clawback = end.by().pay().clawback();
        if (clawback == null) {
            return Reason.given(
                    Label.NOTHING, BigDecimal.ZERO, Unit.AMOUNT, end.by().source());
        }
        Reason earned = earned(share);
        String source = end.by().source() + "/clawback";
        if (clawback.share() != null) {
            Reason whole = Reason.given(Label.WHOLE, BigDecimal.ONE, Unit.RATE, null);
            Reason back = Reason.given(Label.CLAWBACK_SHARE, clawback.share(), Unit.RATE, source);
            Reason rest = Reason.of(Label.PART_KEPT, Formula.DIFFERENCE, Unit.RATE, null, List.of(whole, back));
            return Reason.amount(Label.ENTITLED, Formula.PRODUCT, null, List.of(earned, rest));
        }
        Reason served = Reason.given(
                Label.MONTHS_SERVED,
                BigDecimal.valueOf(end.what().monthsServed()),
                Unit.COUNT,
                Source.deal(end.what().deal()));
        Reason term = Reason.given(Label.TERM, BigDecimal.valueOf(clawback.term()), Unit.COUNT, source);
        Reason product = Reason.amount(Label.TIMES_MONTHS, Formula.PRODUCT, null, List.of(earned, served));
        return Reason.amount(Label.ENTITLED, Formula.QUOTIENT, null, List.of(product, term));
    }

    private Reason byCash(Share share, Settlement.MonthLines lines) {
        BigDecimal received = BigDecimal.ZERO;
        BigDecimal of = BigDecimal.ONE;
        for (Payment payment : payments.getOrDefault(share.deal, List.of())) {
            if (!YearMonth.from(payment.date()).isAfter(lines.month())) {
                received = received.add(payment.amount());
                of = payment.of();
            }
        }
        Reason cash = Reason.given(Label.CASH_RECEIVED, received, Unit.AMOUNT, "payments:" + share.deal);
        Reason invoice = Reason.given(Label.INVOICE_TOTAL, of, Unit.AMOUNT, "payments:" + share.deal);
        Reason product = lines.of(Label.TIMES_CASH, Formula.PRODUCT, earned(share), cash);
        return lines.rounded(Label.DUE_OF_DEAL, lines.of(Label.DUE_OF_DEAL, Formula.QUOTIENT, product, invoice));
    }

    /** The last instalment takes what rounding left over, since it makes the whole. */
    private Reason byTime(Share share, PayTerms.Instalments instalments, Settlement.MonthLines lines) {
        long passed = ChronoUnit.MONTHS.between(share.earnedIn, lines.month());
        long parts =
                instalments.after().stream().filter(after -> after <= passed).count();
        int all = instalments.after().size();
        if (parts == all) {
            return earned(share);
        }
        String source = plan.source() + "/release";
        Reason now = Reason.given(Label.PAID_NOW, instalments.now(), Unit.RATE, source);
        Reason first = lines.of(Label.ADVANCE, Formula.PRODUCT, earned(share), now);
        if (parts == 0) {
            return lines.rounded(Label.DUE_OF_DEAL, first);
        }
        Reason rest = lines.of(Label.REST, Formula.DIFFERENCE, earned(share), first);
        Reason due = Reason.given(Label.INSTALMENTS_DUE, BigDecimal.valueOf(parts), Unit.COUNT, source);
        Reason of = Reason.given(Label.INSTALMENTS, BigDecimal.valueOf(all), Unit.COUNT, source);
        Reason product = lines.of(Label.TIMES_INSTALMENTS, Formula.PRODUCT, rest, due);
        Reason later = lines.of(Label.INSTALMENTS_DUE, Formula.QUOTIENT, product, of);
        return lines.rounded(Label.DUE_OF_DEAL, lines.of(Label.DUE_OF_DEAL, Formula.SUM, first, later));
    }

    private static Reason earned(Share share) {
        return Reason.given(Label.EARNED_ON_DEAL, share.earned, Unit.AMOUNT, Source.deal(share.deal));
    }

    /**
     * What each deal of this month earns in each component, in whole cents that add up to the component's payout as
     * far as deals earn it: each is what the rounded sum grows by.
     */
    private List<Share> shares(Settlement.MonthLines lines) {
        Map<String, Map<String, BigDecimal>> byComponent = new LinkedHashMap<>();
        for (Line line : lines.all()) {
            if (line.deal() != null) {
                byComponent
                        .computeIfAbsent(line.component(), name -> new LinkedHashMap<>())
                        .merge(line.deal(), line.amount(), BigDecimal::add);
            }
        }
        List<Share> shares = new ArrayList<>();
        byComponent.forEach((component, deals) -> {
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal cents = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> deal : deals.entrySet()) {
                exact = exact.add(deal.getValue());
                BigDecimal upTo = plan.rounding().round(exact);
                Share share = new Share(component, deal.getKey(), lines.month(), upTo.subtract(cents));
                byDeal.computeIfAbsent(deal.getKey(), id -> new ArrayList<>()).add(share);
                shares.add(share);
                cents = upTo;
            }
        });
        return shares;
    }
}
