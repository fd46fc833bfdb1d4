package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.koploper.period.Period;

/** What others did, at random: places in rankings, claims on budgets, exchange rates. */
final class AnyBeside {

    private final Random random;

    AnyBeside(Random random) {
        this.random = random;
    }

    Beside of(List<Credit> own, List<Credit> overlay, List<Credit> team) {
        List<Credit> all = Stream.of(own, overlay, team).flatMap(List::stream).toList();
        return new Beside(
                overlay,
                team,
                placings(),
                Stream.of("A", "B", "C")
                        .map(component -> claims(component, all))
                        .toList(),
                rates());
    }

    private List<Placing> placings() {
        Map<List<Object>, Placing> placings = new LinkedHashMap<>();
        for (int i = random.nextInt(0, 12); i > 0; i--) {
            LocalDate date = Samples.FROM.atDay(1).plusDays(random.nextInt(270));
            Period period = switch (random.nextInt(3)) {
                case 0 -> Period.month(date);
                case 1 -> Period.quarter(date);
                default -> Period.year(date);
            };
            String component = "ABC".substring(random.nextInt(3)).substring(0, 1);
            int level = random.nextInt(1, 4);
            placings.put(
                    List.of(component, period),
                    new Placing(component, period, random.nextInt(1, 4), level, random.nextInt(level)));
        }
        return List.copyOf(placings.values());
    }

    private Claims claims(String component, List<Credit> all) {
        if (random.nextBoolean()) {
            return Claims.none(component);
        }
        Map<String, BigDecimal> before = new HashMap<>();
        all.forEach(credit -> before.put(credit.deal(), amount()));
        Map<YearMonth, List<BigDecimal>> others = new HashMap<>();
        Map<YearMonth, BigDecimal> paid = new HashMap<>();
        int count = random.nextInt(0, 4);
        for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
            before.put(month.toString(), amount());
            List<BigDecimal> amounts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                amounts.add(amount());
            }
            others.put(month, amounts);
            paid.put(month, amount());
        }
        return new Claims(component, before, others, paid, random.nextInt(count + 1));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(-20, 150) * 333L, 2);
    }

    private List<DatedRate> rates() {
        List<DatedRate> rates = new ArrayList<>();
        boolean isOpposite = random.nextInt(4) == 0;
        for (int i = random.nextInt(0, 9); i > 0; i--) {
            LocalDate date = Samples.FROM.atDay(1).plusDays(i * 37L - random.nextInt(37));
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(1, 4) * 25L, 2);
            rates.add(isOpposite ? new DatedRate("EUR", "USD", date, rate) : new DatedRate("USD", "EUR", date, rate));
        }
        return rates;
    }
}
