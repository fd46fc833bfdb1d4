package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.koploper.period.Period;

/** What happened to one payee, at random: deals, refunds, payments, ends, quotas, scores, and when the service lasted. */
final class AnyHistory {

    private final Random random;
    private final List<Credit> credits = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Termination> ends = new ArrayList<>();

    private AnyHistory(Random random) {
        this.random = random;
    }

    static History of(Random random) {
        AnyHistory any = new AnyHistory(random);
        for (int i = random.nextInt(0, 14); i > 0; i--) {
            any.deal("D-" + i);
        }
        List<Credit> own = List.copyOf(any.credits);
        Beside beside = new AnyBeside(random).of(own, any.others("O-"), any.others("T-"));
        return new History(own, any.service(), any.quotas(), any.scores(), any.payments, any.ends, beside);
    }

    /** Credits of other kinds, which are paid and ended as the payee's own are. */
    private List<Credit> others(String prefix) {
        credits.clear();
        for (int i = oneIn(2) ? 0 : random.nextInt(0, 8); i > 0; i--) {
            deal(prefix + i);
        }
        return List.copyOf(credits);
    }

    private void deal(String id) {
        LocalDate date = Samples.FROM.atDay(1).plusDays(random.nextInt(270));
        BigDecimal amount = amount();
        BigDecimal cost = oneIn(4) ? BigDecimal.ZERO : amount.multiply(BigDecimal.valueOf(random.nextInt(0, 13), 1));
        BigDecimal sign = BigDecimal.valueOf(amount.signum());
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(0, 9)).multiply(sign);
        Facts facts = new Facts(cost, quantity, sign, traits(), origin(date), below(amount));
        BigDecimal share = random.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(random.nextInt(0, 101), 2);
        Credit deal = new Credit(id, date, amount, share, facts, oneIn(2) ? null : sharing(share));
        add(deal);
        if (oneIn(5)) {
            add(reversed(deal, id + "/cancelled", date.plusDays(random.nextInt(100)), BigDecimal.ONE.negate()));
        } else if (oneIn(6)) {
            add(reversed(deal, id + "/note", date.plusDays(random.nextInt(100)), new BigDecimal("-0.5")));
        }
    }

    private void add(Credit credit) {
        credits.add(credit);
        BigDecimal invoice = credit.dealAmount().multiply(new BigDecimal(oneIn(2) ? "1.21" : "1.00"));
        LocalDate date = credit.date();
        for (int i = random.nextInt(0, 4); i > 0 && invoice.signum() != 0; i--) {
            date = date.plusDays(random.nextInt(0, 50));
            BigDecimal part = BigDecimal.valueOf(random.nextInt(-1, 5)).movePointLeft(oneIn(3) ? 0 : 1);
            payments.add(new Payment(credit.deal(), date, invoice.multiply(part), invoice.multiply(invoices())));
        }
        if (oneIn(4)) {
            ends.add(new Termination(
                    credit.deal(), credit.date().plusDays(random.nextInt(0, 150)), random.nextInt(0, 13)));
        }
    }

    private BigDecimal invoices() {
        return oneIn(3) ? BigDecimal.valueOf(3) : BigDecimal.ONE;
    }

    static Credit reversed(Credit deal, String id, LocalDate date, BigDecimal times) {
        Facts facts = deal.facts();
        Facts negative = new Facts(
                facts.cost().multiply(times),
                facts.quantity().multiply(times),
                times.equals(BigDecimal.ONE.negate()) ? facts.deals().negate() : BigDecimal.ZERO,
                facts.traits(),
                new Origin(
                        facts.origin().wonOn(deal.date()),
                        facts.origin().invoiced(),
                        facts.origin().currency(),
                        null),
                facts.below().multiply(times));
        BigDecimal amount = deal.dealAmount().multiply(times);
        return new Credit(id, date, amount, deal.share(), negative, deal.sharing());
    }

    private Origin origin(LocalDate date) {
        LocalDate invoiced = oneIn(4) ? null : date.plusDays(random.nextInt(40));
        return new Origin(null, invoiced, oneIn(5) ? oneOf("USD", "CHF") : null, null);
    }

    private BigDecimal below(BigDecimal amount) {
        return oneIn(2) ? BigDecimal.ZERO : amount.multiply(BigDecimal.valueOf(random.nextInt(0, 30), 2));
    }

    /** With one or two others, and at times with a part that belongs to nobody. */
    private Sharing sharing(BigDecimal share) {
        BigDecimal rest = BigDecimal.ONE.subtract(share);
        BigDecimal half = rest.divide(BigDecimal.TWO);
        return switch (random.nextInt(3)) {
            case 0 -> new Sharing(List.of(share, rest), 0);
            case 1 -> new Sharing(List.of(half, share, half), 1);
            default -> new Sharing(List.of(half, share), 1);
        };
    }

    private Map<String, String> traits() {
        Map<String, String> traits = new HashMap<>();
        traits.put(Beside.MEMBER, oneOf("an", "bo"));
        if (!oneIn(4)) {
            traits.put("kind", oneIn(2) ? "new" : "renewal");
        }
        if (!oneIn(4)) {
            traits.put("product", oneOf("x", "y", "z"));
        }
        return traits;
    }

    private BigDecimal amount() {
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextInt(-200_000, 0), 2);
            case 2 -> BigDecimal.valueOf(random.nextInt(1, 3_000_000), 2);
            default -> BigDecimal.valueOf(random.nextInt(1, 14) * 500L);
        };
    }

    private Service service() {
        LocalDate from = oneIn(2) ? LocalDate.of(2025, 9, 1).plusDays(random.nextInt(200)) : null;
        LocalDate to = oneIn(4) ? LocalDate.of(2026, 4, 1).plusDays(random.nextInt(120)) : null;
        List<Service.Part> parts = new ArrayList<>();
        for (int i = oneIn(2) ? 0 : random.nextInt(1, 5); i > 0; i--) {
            LocalDate day = LocalDate.of(2025, 10, 1).plusDays(random.nextInt(300));
            // often where a month of thirty days is none
            LocalDate since = oneIn(3) ? day.withDayOfMonth(day.lengthOfMonth()) : day;
            if (parts.stream().noneMatch(part -> part.from().equals(since))) {
                parts.add(new Service.Part(since, BigDecimal.valueOf(random.nextInt(1, 11), 1)));
            }
        }
        return new Service(from, to, parts);
    }

    private List<OwnQuota> quotas() {
        List<OwnQuota> quotas = new ArrayList<>();
        for (int i = random.nextInt(0, 8); i > 0; i--) {
            String component = oneIn(2) ? null : oneOf("A", "B", "C");
            quotas.add(new OwnQuota(component, period(), BigDecimal.valueOf(random.nextInt(1, 20) * 500L)));
        }
        return quotas;
    }

    private List<Score> scores() {
        Map<String, Score> scores = new HashMap<>();
        for (int i = random.nextInt(0, 14); i > 0; i--) {
            String objective = AnyPlan.OBJECTIVES.get(random.nextInt(AnyPlan.OBJECTIVES.size()));
            Period period = period();
            scores.put(objective + period, new Score(objective, period, BigDecimal.valueOf(random.nextInt(0, 21), 1)));
        }
        return List.copyOf(scores.values());
    }

    private Period period() {
        LocalDate date = Samples.FROM.atDay(1).plusDays(random.nextInt(270));
        return switch (random.nextInt(3)) {
            case 0 -> Period.month(date);
            case 1 -> Period.quarter(date);
            default -> Period.year(date);
        };
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
