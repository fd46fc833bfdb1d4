package org.koploper.ui.palette;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.ui.kit.OneDialog;
import org.koploper.ui.palette.PaletteSource.Section;

/**
 * One field and one list: type a few letters, walk with the arrow keys, choose with Enter. Without words it offers what was
 * used last. That is remembered in the browser, as ids only: what they stand for is asked again each time, so that nothing
 * shows here that the user may no longer see, and no name stays behind on a shared computer.
 */
public class CommandPalette extends Dialog {

    /** How many lines per heading. */
    static final int MOST = 8;

    private static final int REMEMBERED = 5;
    private static final int PAUSE_MILLIS = 150;
    private static final int LONGEST = 100;

    private final List<PaletteSource> sources;
    private final String storage = "kp-recent-" + Caller.now().self();
    private final TextField field = new TextField();
    private final Div list = new Div();
    private final Span told = new Span();
    private List<String> recent = List.of();
    private int options;

    public CommandPalette(List<PaletteSource> sources) {
        this.sources = sources;
        setHeaderTitle(getTranslation("palette.title"));
        addClassNames("kp-dialog", "kp-palette");
        field.setPlaceholder(getTranslation("palette.placeholder"));
        field.setAriaLabel(getTranslation("palette.title"));
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.getElement().setAttribute("data-kp-caught", true);
        field.addValueChangeListener(change -> show());
        list.setId("kp-palette-list");
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", getTranslation("palette.found"));
        told.addClassName("kp-told");
        told.getElement().setAttribute("aria-live", "polite");
        add(new Combined(field, list), told);
        show();
    }

    /** Opens it, unless it is open already. */
    @Override
    public void open() {
        if (OneDialog.claim(this)) {
            WebStorage.getItem(Storage.LOCAL_STORAGE, storage, this::remembered);
            super.open();
            field.focus();
        }
    }

    /** What was used last, newest first, one id a line. */
    void remembered(@Nullable String ids) {
        recent = ids == null ? List.of() : ids.lines().limit(REMEMBERED).toList();
        if (field.isEmpty()) {
            show();
        }
    }

    private void show() {
        String words = field.getValue();
        options = 0;
        list.removeAll();
        if (words.isBlank()) {
            group("palette.recent", recent.stream().flatMap(id -> recalled(id).stream()));
        } else {
            found(words)
                    .forEach((section, lines) ->
                            group("palette.section." + section.name().toLowerCase(Locale.ROOT), lines.stream()));
        }
        if (options == 0) {
            list.add(new Paragraph(getTranslation(words.isBlank() ? "palette.hint" : "palette.none")));
        }
        list.getElement().setAttribute("data-for", words);
        told.setText(words.isBlank() ? "" : getTranslation("palette.count", options));
    }

    /** A line, with where it came from. */
    private record Line(PaletteSource source, PaletteItem item) {

        String id() {
            return source.section().name() + ":" + item.id();
        }
    }

    private Map<Section, List<Line>> found(String words) {
        Map<Section, List<Line>> found = new EnumMap<>(Section.class);
        for (PaletteSource source : sources) {
            List<Line> lines = found.computeIfAbsent(source.section(), section -> new ArrayList<>());
            source.find(words, MOST).stream()
                    .limit(MOST - lines.size())
                    .forEach(item -> lines.add(new Line(source, item)));
        }
        return found;
    }

    private Optional<Line> recalled(String id) {
        String[] parts = id.split(":", 2);
        return sources.stream()
                .filter(source -> parts.length == 2 && source.section().name().equals(parts[0]))
                .flatMap(source -> source.recall(parts[1]).map(item -> new Line(source, item)).stream())
                .findFirst();
    }

    private void group(String key, Stream<Line> lines) {
        Div heading = new Div(getTranslation(key));
        heading.setId("kp-" + key.replace('.', '-'));
        heading.addClassName("kp-palette-heading");
        Div group = new Div(heading);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        lines.map(this::option).forEach(group::add);
        if (group.getComponentCount() > 1) {
            list.add(group);
        }
    }

    private Component option(Line line) {
        Span title = new Span(line.item().title());
        Div option = new Div(title);
        if (line.item().about() != null) {
            Span about = new Span(line.item().about());
            about.addClassName("kp-quiet");
            option.add(about);
        }
        option.setId("kp-option-" + options++);
        option.addClassName("kp-palette-option");
        option.getElement().setAttribute("role", "option");
        option.addClickListener(click -> choose(line));
        return option;
    }

    private void choose(Line line) {
        // a second click that was on its way
        if (!isOpened()) {
            return;
        }
        Set<String> ids = new LinkedHashSet<>(List.of(line.id()));
        ids.addAll(recent);
        WebStorage.setItem(
                Storage.LOCAL_STORAGE,
                storage,
                String.join("\n", ids.stream().limit(REMEMBERED).toList()));
        close();
        line.item().chosen().run();
    }

    /** Holds field and list together for the script that makes them work as one. */
    @Tag("kp-palette")
    @JsModule("./palette.ts")
    private static final class Combined extends Component implements HasComponents {

        private Combined(Component... parts) {
            add(parts);
        }
    }
}
