package org.koploper.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void fieldsComeBackInTheirOrder() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("stage", "WON");
        values.put("name", "Peeters: boiler, and: more");
        assertThat(Facts.read(Facts.of(values))).containsExactlyEntriesOf(values);
    }

    @Test
    void aValueCannotBeWrittenSoThatItLooksLikeAnotherField() {
        for (String ending : new String[] {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u000b"}) {
            String kept = Facts.of(Map.of("name", "harmless" + ending + "owner: P-1"));
            assertThat(Facts.read(kept)).as("U+%04x", (int) ending.charAt(0)).containsOnlyKeys("name");
        }
    }

    @Test
    void aTextWithoutFieldsIsOneValue() {
        assertThat(Facts.read("v1 2026-01-01..\n{\"components\": []}"))
                .containsExactly(Map.entry("", "v1 2026-01-01..\n{\"components\": []}"));
        assertThat(Facts.read("")).isEmpty();
        assertThat(Facts.read(null)).isEmpty();
    }
}
