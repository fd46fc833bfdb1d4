package org.koploper.ui.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a statement can be looked at as: line by line, by component, over the year, how it came to be, and on paper. */
class StatementTabs extends TabSheet {

    /** One way to look at it; its name in lower case is how the address says it. */
    enum Look {
        LINES,
        COMPONENTS,
        YEAR,
        CHANGES,
        DOCUMENTS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one the address says; the lines where it says none that exists. */
        static Look of(String key) {
            return Arrays.stream(values())
                    .filter(look -> look.key().equals(key))
                    .findFirst()
                    .orElse(LINES);
        }
    }

    private final Map<Look, Div> panels = new EnumMap<>(Look.class);
    private final Function<Look, Component> content;

    /**
     * @param content made when it is first looked at
     * @param chosen told every other choice of the user
     */
    StatementTabs(Look first, Function<Look, Component> content, Consumer<Look> chosen) {
        this.content = content;
        addClassName("kp-tabs");
        addThemeVariants(TabSheetVariant.AURA_NO_BORDER, TabSheetVariant.AURA_NO_PADDING);
        for (Look look : Look.values()) {
            Div panel = new Div();
            panels.put(look, panel);
            add(getTranslation("statement.tab." + look.key()), panel);
        }
        setSelectedIndex(first.ordinal());
        fill(first);
        addSelectedChangeListener(change -> {
            Look look = Look.values()[getSelectedIndex()];
            fill(look);
            chosen.accept(look);
        });
    }

    private void fill(Look look) {
        Div panel = panels.get(look);
        if (panel != null && panel.getChildren().findAny().isEmpty()) {
            panel.add(content.apply(look));
        }
    }
}
