package org.koploper.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.palette.CommandPalette;
import org.koploper.ui.palette.PaletteSource;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Opens the command palette; on a phone the sign alone. */
@Component
@Scope("prototype")
class SearchButton extends Button {

    private static final String LETTER = "K";

    SearchButton(List<PaletteSource> sources) {
        super(Icons.of("search"), click -> new CommandPalette(sources).open());
        String words = getTranslation("palette.title");
        Span hint = new Span(new Span(getTranslation("palette.placeholder")), keys());
        hint.addClassName("kp-search-hint");
        setSuffixComponent(hint);
        setAriaLabel(words);
        addClassName("kp-search");
        addThemeVariants(ButtonVariant.TERTIARY);
        Shortcut.on(this, "mod+" + LETTER.toLowerCase(Locale.ROOT), words);
        // what is typed before the field is there goes into it
        getElement().setAttribute("data-kp-catch", true);
    }

    /** The script writes the sign of Command where that is the key. */
    private Span keys() {
        Span mod = new Span(getTranslation("keys.ctrl"));
        mod.addClassName("kp-mod");
        Span keys = new Span(mod, new Span(LETTER));
        keys.addClassName("kp-key");
        return keys;
    }
}
