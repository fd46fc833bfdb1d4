package org.koploper.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text that somebody typed becomes a formula. */
class FormulasTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
            =1+1|'=1+1
            @SUM(A1)|'@SUM(A1)
              =1+1|'  =1+1
            \\u00a0=1|'\\u00a0=1
            \\uff1d1+1|'\\uff1d1+1
            \\uff0b1|'\\uff0b1
            \\uff0d1|'\\uff0d1
            \\uff20A1|'\\uff20A1
            x;=1+1;y|x;'=1+1;y
            x; "=1+1"|x;' "=1+1"
            x\\t=1+1|x\\t'=1+1
            x\\r\\n=1+1|x\\r\\n'=1+1
            \\t=1+1|'\\t'=1+1
            """)
    void noPartOfACellStartsAFormula(String cell, String safe) {
        assertThat(Formulas.defused(unescaped(cell))).isEqualTo(unescaped(safe));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "-1.234,50", "P-104:60;P-107:40", "a=b", "x;-5;y", "$1 or $2"})
    void numbersAndOtherTextsStayAsTheyAre(String cell) {
        assertThat(Formulas.defused(cell)).isEqualTo(cell);
    }

    @Test
    void aLineBreakStaysInItsCell() {
        assertThat(Formulas.defused("x\ny")).isEqualTo("x\ny");
    }

    private static String unescaped(String text) {
        return text.replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\u00a0", "\u00a0")
                .replace("\\uff1d", "\uff1d")
                .replace("\\uff0b", "\uff0b")
                .replace("\\uff0d", "\uff0d")
                .replace("\\uff20", "\uff20");
    }
}
