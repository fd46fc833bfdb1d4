package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.testing.RunningProduct;

/** What was answered once is still the answer after the process was killed, on the folder it left behind. */
class SurvivesKillTest {

    private static final String BOARD = "/api/v1/leaderboard?metric=revenue&level=person&from=2020-01-01&to=2099-12-31";

    @TempDir
    Path folder;

    @Test
    void theBoardIsTheSameAfterAKillAndTheDemoIsLoadedOnce() throws Exception {
        String before;
        try (var product = start("first.log")) {
            assertThat(product.said()).contains("Demo data: ", "data in " + folder.resolve("data"));
            before = product.get(BOARD);
            product.kill();
        }
        try (var product = start("second.log")) {
            assertThat(product.get(BOARD)).isEqualTo(before).startsWith("200 ").contains("An Verhaegen");
            assertThat(product.said()).doesNotContain("Demo data: ");
        }
    }

    private RunningProduct start(String log) throws Exception {
        return RunningProduct.start(folder.resolve("data"), folder.resolve(log), "--spring.profiles.active=demo");
    }
}
