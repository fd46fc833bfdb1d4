package org.koploper.ui.intake;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.koploper.intake.Parsed;
import org.koploper.intake.Sample;
import org.koploper.records.Field;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.records.RecordWords;

/** What a value of a file becomes, in words. */
record SampleWords(String kind, Field field) {

    /** The value as it will be read; where it cannot be, that. */
    String after(Sample sample) {
        return switch (sample.after()) {
            case Parsed.Refused<Object>(String code, List<String> args) ->
                I18NProvider.translate(code.equals("empty-cell") ? "import.empty-cell" : "import.cannot-be-read");
            case Parsed.Value<Object>(Object value) ->
                switch (value) {
                    case BigDecimal number -> Formats.here().number(number);
                    case Integer number -> Formats.here().number(number);
                    case LocalDate day -> Formats.here().date(day);
                    case LocalDateTime moment -> Formats.here().shortMoment(moment);
                    case String code
                    when field.codes().contains(code(code)) -> RecordWords.code(kind, field, code(code));
                    default -> value.toString();
                };
        };
    }

    /** Whether such rows would be rejected, as far as the cell alone tells. */
    boolean isDoubtful(Sample sample) {
        return switch (sample.after()) {
            case Parsed.Refused<Object>(String code, List<String> args) -> !code.equals("empty-cell");
            case Parsed.Value<Object>(Object value) ->
                !field.codes().isEmpty() && !field.codes().contains(code(value.toString()));
        };
    }

    private static String code(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
