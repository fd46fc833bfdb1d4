package org.koploper.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours of text reach 4.5:1 on the sheet they stand on, those of drawings 3:1, in both schemes (WCAG 2.2, 1.4.3, 1.4.11). */
class ContrastTest {

    private static final Path STATIC = Path.of("src/main/resources/META-INF/resources");

    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;

    private static final Pattern PAIR = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");

    @Test
    void textOfTheScreensCanBeRead() throws IOException {
        check(colours("styles.css"), List.of("kp-good", "kp-warn", "kp-bad", "kp-quiet", "kp-ink"), "kp-sheet");
    }

    @Test
    void valuesInColouredCellsCanBeRead() throws IOException {
        for (String cell : List.of("better", "near", "worse")) {
            check(colours("styles.css"), List.of("kp-ink"), "kp-heat-" + cell);
        }
    }

    @Test
    void seriesOfChartsCanBeSeen() throws IOException {
        check(
                colours("styles.css"),
                List.of("kp-series-a", "kp-series-b", "kp-series-c", "kp-series-d"),
                "kp-sheet",
                GRAPHICS);
    }

    @Test
    void textOfTheSignInPageCanBeRead() throws IOException {
        Map<String, String[]> colours = colours("sign-in.css");
        check(colours, List.of("ink", "quiet", "accent", "bad"), "sheet");
        check(colours, List.of("ink", "quiet"), "page");
        check(colours, List.of("on-accent"), "accent");
    }

    private static void check(Map<String, String[]> colours, List<String> texts, String sheet) {
        check(colours, texts, sheet, TEXT);
    }

    private static void check(Map<String, String[]> colours, List<String> texts, String sheet, double least) {
        for (String text : texts) {
            for (int scheme = 0; scheme < 2; scheme++) {
                assertThat(contrast(colours.get(text)[scheme], colours.get(sheet)[scheme]))
                        .as(text + " on " + sheet + (scheme == 0 ? ", light" : ", dark"))
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    private static Map<String, String[]> colours(String file) throws IOException {
        Map<String, String[]> colours = new HashMap<>();
        Matcher pair = PAIR.matcher(Files.readString(STATIC.resolve(file)));
        while (pair.find()) {
            colours.put(pair.group(1), new String[] {pair.group(2), pair.group(3)});
        }
        return colours;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] weight = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
