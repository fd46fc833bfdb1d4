package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.koploper.intake.Finding.State;

class PublicCrmFileTest {

    private static final Path PIPELINE = Path.of("../shared/data/crm-sales-opportunities/sales_pipeline.csv");

    @Test
    void theWholePipelineIsReadWithoutAProblem() throws IOException {
        assumeTrue(Files.exists(PIPELINE), "the shared data set is not here: " + PIPELINE);
        FileSource source = FileSource.of(PIPELINE);

        FormatDetection found = FormatDetection.of(source);

        assertThat(found.problems()).isEmpty();
        assertThat(found.format().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(found.separator().value()).isEqualTo(',');
        assertThat(found.separator().state()).isEqualTo(State.DECIDED);
        assertThat(found.datePattern().state()).isEqualTo(State.DECIDED);
        assertThat(found.datePattern().value()).isEqualTo(DatePattern.MONTH_DAY_SLASH);
        assertThat(found.datePattern().evidence().getFirst().row()).isEqualTo(2);
        assertThat(found.mustAsk()).isFalse();

        long rows = 0;
        long value = 0;
        try (TableReader table = TableReader.open(source, found.format(), TableReader.Limits.STANDARD)) {
            int date = table.header().indexOf("close_date");
            int amount = table.header().indexOf("close_value");
            while (table.hasNext()) {
                Row row = table.next();
                rows++;
                assertThat(row.problems()).isEmpty();
                if (!row.cells().get(date).isEmpty()) {
                    assertThat(Values.date(
                                    row.cells().get(date), found.format().datePattern("close_date"), ZoneOffset.UTC))
                            .isInstanceOf(Parsed.Value.class);
                }
                if (Values.integer(row.cells().get(amount), found.format().decimalSign())
                        instanceof Parsed.Value<Long>(Long euros)) {
                    value += euros;
                }
            }
        }
        assertThat(rows).isEqualTo(8_800);
        assertThat(value).isEqualTo(10_005_534);
    }
}
