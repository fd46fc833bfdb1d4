package org.koploper.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.intake.Finding.Evidence;
import org.koploper.intake.Finding.State;

/** Which sign stands between the cells: the one with which the header and the rows agree most on the number of columns. */
final class SeparatorGuess {

    static final char QUOTE = '"';
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final double CONVINCING_SHARE = 0.9;

    private SeparatorGuess() {}

    /** @param columns the number of fields most rows have; @param share of the rows that have it; */
    private record Fit(char separator, int columns, double share, boolean headerAgrees) {}

    // the header first: in a file with decimal commas every row but the header agrees on the comma
    private static final Comparator<Fit> BETTER =
            Comparator.comparing(Fit::headerAgrees).thenComparing(Fit::share).thenComparing(Fit::columns);

    static Finding<Character> of(String text, boolean cut) {
        List<Fit> fits = new ArrayList<>();
        for (char candidate : CANDIDATES) {
            Fit fit = fit(candidate, rows(text, cut, candidate, false));
            if (fit.columns() > 1) {
                fits.add(fit);
            }
        }
        if (fits.isEmpty()) {
            var alone = new Evidence("one-column", 0, null, "1");
            return new Finding<>(State.NOT_SEEN, ',', CANDIDATES, List.of(alone));
        }
        // the sort is stable, so equals stay in the order of the candidates
        fits.sort(BETTER.reversed());
        Fit best = fits.getFirst();
        boolean proved = best.headerAgrees() && best.share() >= CONVINCING_SHARE && !equal(fits);
        return new Finding<>(
                proved ? State.DECIDED : State.ASSUMED,
                best.separator(),
                fits.stream().map(Fit::separator).toList(),
                List.of(new Evidence("same-columns", 0, null, String.valueOf(best.columns()))));
    }

    private static boolean equal(List<Fit> fits) {
        return fits.size() > 1 && BETTER.compare(fits.get(0), fits.get(1)) == 0;
    }

    private static Fit fit(char separator, List<Records.Raw> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.fields(), 1, Integer::sum));
        var most = counts.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        if (most.isEmpty()) {
            return new Fit(separator, 1, 0, false);
        }
        int columns = most.get().getKey();
        double share = (double) most.get().getValue() / rows.size();
        return new Fit(separator, columns, share, rows.getFirst().fields() == columns);
    }

    /** The first rows that are not blank; the last one of a sample that was cut is left out when it is not the only one. */
    static List<Records.Raw> rows(String text, boolean cut, char separator, boolean workbook) {
        List<Records.Raw> rows = new ArrayList<>();
        try (Records records = Records.forgiving(new StringReader(text), separator, QUOTE, workbook)) {
            Records.Raw raw = records.next();
            while (raw != null && rows.size() < FormatDetection.MOST_ROWS) {
                if (!raw.blank()) {
                    rows.add(raw);
                }
                raw = records.next();
            }
            if (raw == null && cut && rows.size() > 1) {
                rows.removeLast();
            }
        } catch (Records.Broken broken) {
            // a sample with a cell of megabytes: what came before it has to do
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
