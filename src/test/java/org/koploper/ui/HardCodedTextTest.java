package org.koploper.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text for users stands in the code: it would never be translated. */
class HardCodedTextTest {

    private static final Path SCREENS = Path.of("src/main/java/org/koploper/ui");

    /** What shows its text to a user; the text is the argument that starts with a quote. */
    private static final Pattern SHOWN = Pattern.compile(
            "(new (?:Span|Paragraph|H[1-6]|Div|Button|NativeButton|Anchor|RouterLink|Text|TextField|PasswordField|TextArea|EmailField"
                    + "|IntegerField|NumberField|BigDecimalField|DatePicker|Select|ComboBox|MultiSelectComboBox|Checkbox|RadioButtonGroup"
                    + "|CheckboxGroup|Details|NativeDetails|Dialog|ConfirmDialog|Notification|Badge|Tab|SideNav|SideNavItem|Tile|EmptyState"
                    + "|ListItem|NativeLabel|Upload)(?:<[^>]*>)?"
                    + "|\\.?(?:setText|setLabel|setTitle|setSubtitle|setPlaceholder|setHelperText|setErrorMessage|setAriaLabel|setTooltipText"
                    + "|setHeader|setFooter|setHeaderTitle|setSummaryText|setConfirmText|setCancelText|setRejectText|setEmptyStateText"
                    + "|setEmptySelectionCaption|setRequiredIndicatorText|Notification\\.show|UndoToast\\.say|setAttribute\\(\"aria-label\","
                    + "|setAttribute\\(\"title\",))\\s*\\(?\\s*\"([^\"]*)\"");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}");

    @Test
    void noScreenHasTextOfItsOwn() throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(SCREENS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher shown = SHOWN.matcher(Files.readString(file));
                while (shown.find()) {
                    // an address is no text, nor the product's own name
                    boolean address = shown.group(1).equals("new Anchor");
                    if (!address
                            && LETTERS.matcher(shown.group(2)).find()
                            && !shown.group(2).equals("Koploper")) {
                        found.add(SCREENS.relativize(file) + ": " + shown.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theScanFindsWhatItIsMeantToFind() {
        for (String bad : List.of(
                "new Span(\"Hello\")",
                "field.setLabel(\"Name\")",
                "new Select<>(\"Kind\")",
                "setAttribute(\"aria-label\", \"x\")")) {
            assertThat(SHOWN.matcher(bad).find()).as(bad).isTrue();
        }
        assertThat(SHOWN.matcher("new Span(getTranslation(\"x.y\"))").find()).isFalse();
    }
}
