package org.koploper.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link TeamDays} keeps of one day: one amount for each measure, and how many orders took how many days. */
final class DaySum {

    /** What adds up over time. */
    static final List<Measure> FLOWS = List.of(
            Measure.REVENUE,
            Measure.ORDERS,
            Measure.VALUED_ORDERS,
            Measure.VALUE_SQUARES,
            Measure.WON,
            Measure.LOST,
            Measure.MARGIN,
            Measure.MARGIN_REVENUE,
            Measure.MARGIN_ORDERS,
            Measure.BEGUN,
            Measure.BEGUN_WON,
            Measure.KNOWN_ORDERS,
            Measure.REPEAT_ORDERS);

    /** How much more there is than the day before. */
    static final List<Measure> STOCKS = List.of(Measure.OPEN_DEALS, Measure.OPEN_DEAL_VALUE);

    /** In the order of the columns. */
    private static final List<Measure> ALL = concat(FLOWS, STOCKS);

    static final String COLUMNS = ALL.stream().map(DaySum::column).collect(Collectors.joining(", ")) + ", cycles";

    static final String PLACES = "?, ".repeat(ALL.size()) + "?";

    private final BigDecimal[] amounts = new BigDecimal[ALL.size()];
    private final NavigableMap<Integer, BigDecimal> cycles = new TreeMap<>();

    DaySum() {
        Arrays.fill(amounts, BigDecimal.ZERO);
    }

    /** The column of one of {@link #FLOWS} or {@link #STOCKS}. */
    static String column(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    /** @param days of {@link Measure#CYCLE} only */
    void add(Measure measure, @Nullable Integer days, BigDecimal amount) {
        if (days == null) {
            int column = ALL.indexOf(measure);
            amounts[column] = amounts[column].add(amount);
        } else {
            cycles.merge(days, amount, BigDecimal::add);
        }
    }

    void addAll(DaySum other) {
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = amounts[i].add(other.amounts[i]);
        }
        other.cycles.forEach((days, orders) -> cycles.merge(days, orders, BigDecimal::add));
    }

    boolean isNothing() {
        return cycles.isEmpty() && Arrays.stream(amounts).allMatch(amount -> amount.signum() == 0);
    }

    /** Of a row with {@link #COLUMNS}. */
    static DaySum of(ResultSet row) throws SQLException {
        DaySum sum = new DaySum();
        for (int i = 0; i < ALL.size(); i++) {
            sum.amounts[i] = row.getBigDecimal(column(ALL.get(i)));
        }
        sum.cycles.putAll(cycles(row.getString("cycles")));
        return sum;
    }

    /** For {@link #PLACES}. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(Arrays.asList(amounts));
        values.add(
                cycles.isEmpty()
                        ? null
                        : cycles.entrySet().stream()
                                .map(entry -> entry.getKey() + ":"
                                        + entry.getValue().stripTrailingZeros().toPlainString())
                                .collect(Collectors.joining(",")));
        return values;
    }

    /** How many orders took how many days. */
    static Map<Integer, BigDecimal> cycles(@Nullable String kept) {
        Map<Integer, BigDecimal> cycles = new TreeMap<>();
        if (kept != null) {
            for (String one : kept.split(",")) {
                int colon = one.indexOf(':');
                cycles.put(Integer.valueOf(one.substring(0, colon)), new BigDecimal(one.substring(colon + 1)));
            }
        }
        return cycles;
    }

    private static List<Measure> concat(List<Measure> some, List<Measure> others) {
        List<Measure> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
