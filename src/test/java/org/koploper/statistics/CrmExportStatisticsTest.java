package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be said of thirty agents by eight thousand real deals: their orders differ, how often they win does not. */
class CrmExportStatisticsTest {

    private static final Path FILE = Path.of("..", "shared", "data", "crm-sales-opportunities", "sales_pipeline.csv");

    private List<Decided> decided = List.of();

    private record Decided(String agent, boolean won, int quarter, double value) {}

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(FILE), "needs ../shared: the export is not part of the product");
        decided = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(deal -> deal[4].equals("Won") || deal[4].equals("Lost"))
                .map(deal -> new Decided(
                        deal[1],
                        deal[4].equals("Won"),
                        (Integer.parseInt(deal[6].split("/")[0]) + 2) / 3,
                        Double.parseDouble(deal[7])))
                .toList();
    }

    @Test
    void theirOrdersDifferByFarMoreThanChance() {
        Map<String, List<Decided>> won = decided.stream()
                .filter(Decided::won)
                .collect(Collectors.groupingBy(Decided::agent, TreeMap::new, Collectors.toList()));

        Groups sizes = Groups.bySizes(won.values().stream()
                .map(deals -> deals.stream().mapToDouble(Decided::value).toArray())
                .toList());

        assertThat(sizes.statistic()).isCloseTo(529.276408, within(1e-3));
        assertThat(sizes.byChance()).isLessThan(1e-90);
    }

    @Test
    void howOftenTheyWinMayBeChance() {
        Map<String, Proportion> rates = decided.stream()
                .collect(Collectors.groupingBy(
                        Decided::agent,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), CrmExportStatisticsTest::rate)));

        Groups groups = Groups.byRates(List.copyOf(rates.values()));

        assertThat(rates).hasSize(30);
        assertThat(groups.statistic()).isCloseTo(33.3, within(0.05));
        assertThat(groups.byChance()).isCloseTo(0.26, within(0.01));
        assertThat(groups.differ()).isFalse();
    }

    @Test
    void fifteenPointsBelowAllOthersIsNoDifferenceYet() {
        Map<Boolean, Proportion> last = decided.stream()
                .filter(deal -> deal.quarter() == 4)
                .collect(Collectors.partitioningBy(
                        deal -> deal.agent().equals("Garret Kinder"),
                        Collectors.collectingAndThen(Collectors.toList(), CrmExportStatisticsTest::rate)));
        Proportion one = last.get(true);
        Proportion rest = last.get(false);

        assertThat(one).isEqualTo(new Proportion(16, 35));
        assertThat(rest.rate()).isCloseTo(0.60512821, within(1e-6));
        assertThat(new TwoProportions(one, rest).byChance()).isCloseTo(0.082988, within(1e-3));
        assertThat(new TwoProportions(one, rest).differ()).isFalse();
    }

    private static Proportion rate(List<Decided> deals) {
        return new Proportion((int) deals.stream().filter(Decided::won).count(), deals.size());
    }
}
