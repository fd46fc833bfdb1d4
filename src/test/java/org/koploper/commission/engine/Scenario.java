package org.koploper.commission.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koploper.money.Decimals;

/** A plan, its sales and the lines expected, read from a text that a sales manager can read too. */
record Scenario(
        Terms terms, List<Credit> credits, YearMonth from, YearMonth to, List<String> lines, Map<String, String> paid) {

    static Scenario read(Path file) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        try {
            String[] blocks = Files.readString(file).split("\n\n");
            for (String block : Arrays.copyOfRange(blocks, 1, blocks.length)) {
                List<String> rows = block.lines().toList();
                if (rows.getFirst().contains("|")) {
                    List<List<String>> table =
                            rows.stream().map(Scenario::cells).toList();
                    tables.put(String.join(" ", table.getFirst()), table.subList(1, table.size()));
                } else {
                    rows.forEach(row -> settings.put(row.split(": ")[0], row.split(": ")[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] months = settings.get("months").split(" to ");
        return new Scenario(
                terms(settings, tables.getOrDefault("from to rate", List.of())),
                tables.get("date deal amount share").stream()
                        .map(Scenario::credit)
                        .toList(),
                YearMonth.parse(months[0]),
                YearMonth.parse(months[1]),
                tables.get("month deal tier base rate amount").stream()
                        .map(cells -> String.join(" | ", cells))
                        .toList(),
                paid(tables.get("month paid")));
    }

    /** A line as the scenarios write it. */
    static String written(Line line) {
        String tier = switch (line.kind()) {
            case DEAL -> line.band() == Line.NO_BAND ? "-" : Integer.toString(line.band() + 1);
            case NOTHING_CREDITED -> "none";
            case ROUNDING -> "rounding";
            default -> line.kind().name().toLowerCase(java.util.Locale.ROOT);
        };
        return String.join(
                " | ",
                line.month().toString(),
                line.deal() == null ? "-" : line.deal(),
                tier,
                Decimals.plain(line.base()),
                Decimals.plain(line.rate().movePointRight(2)) + " %",
                Decimals.plain(line.amount()));
    }

    private static Terms terms(Map<String, String> settings, List<List<String>> bands) {
        String[] valid = settings.getOrDefault("valid", "2020-01-01").split(" to ");
        Currency euro = Currency.getInstance("EUR");
        return new Terms(
                "Scenario",
                1,
                euro,
                new Validity(LocalDate.parse(valid[0]), valid.length == 1 ? null : LocalDate.parse(valid[1])),
                List.of(new Component("Commission", rule(settings.get("rule"), bands))),
                Rounding.standard(euro));
    }

    private static RateRule rule(String text, List<List<String>> bands) {
        if (text.startsWith("flat ")) {
            return new FlatRate(percent(text.substring("flat ".length())));
        }
        String[] words = text.split(" ");
        Accumulate accumulate = switch (words[2]) {
            case "deal," -> Accumulate.NONE;
            case "month," -> Accumulate.MONTH;
            case "quarter," -> Accumulate.QUARTER;
            case "year," -> Accumulate.YEAR;
            default -> throw new IllegalArgumentException(text);
        };
        Boundary boundary = text.endsWith("the upper tier") ? Boundary.UPPER : Boundary.LOWER;
        return new TierRule(
                accumulate,
                boundary,
                bands.stream()
                        .map(band -> new Band(
                                new BigDecimal(band.get(0)),
                                band.get(1).equals("-") ? null : new BigDecimal(band.get(1)),
                                percent(band.get(2))))
                        .toList());
    }

    private static Credit credit(List<String> cells) {
        return new Credit(
                cells.get(1), LocalDate.parse(cells.get(0)), new BigDecimal(cells.get(2)), percent(cells.get(3)));
    }

    private static Map<String, String> paid(List<List<String>> rows) {
        Map<String, String> paid = new LinkedHashMap<>();
        rows.forEach(row -> paid.put(row.get(0), row.get(1)));
        return paid;
    }

    private static BigDecimal percent(String text) {
        return new BigDecimal(text.replace(" %", "")).movePointLeft(2);
    }

    private static List<String> cells(String row) {
        return new ArrayList<>(
                Arrays.stream(row.split("\\|")).map(String::strip).toList());
    }
}
