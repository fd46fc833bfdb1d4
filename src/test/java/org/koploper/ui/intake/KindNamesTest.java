package org.koploper.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;

/** Every kind of record and every field has a name that people understand. */
@OnHsqldb
class KindNamesTest {

    @Autowired
    private RecordKinds kinds;

    @Test
    void everyKindAndEveryFieldIsNamedInBothLanguages() throws IOException {
        List<String> keys = new ArrayList<>();
        // other tests bring kinds of their own
        List<RecordKind> own = kinds.all().stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .toList();
        for (RecordKind kind : own) {
            for (String suffix : List.of("", ".one", ".many", ".means")) {
                keys.add("kind." + kind.name() + suffix);
            }
            kind.fields().stream().map(Field::name).forEach(name -> keys.add("field." + name));
        }
        assertThat(texts("translations.properties").keySet()).containsAll(keys);
        assertThat(texts("translations_nl.properties").keySet()).containsAll(keys);
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n", file))) {
            texts.load(reader);
        }
        return texts;
    }
}
