package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.export.Notation;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.UndoToast;

/**
 * Takes what a screen shows elsewhere: into a file, onto the clipboard, onto paper. Files are written row by row while the
 * user goes on; they hold every row that the filter leaves, in the order shown.
 */
public class ExportMenu extends Div {

    private static final String COPY = """
            const rows = $0.split('\\n').map(row => row.split('\\t'));
            const table = document.createElement('table');
            rows.forEach(cells => { const row = table.insertRow(); cells.forEach(text => { row.insertCell().textContent = text; }); });
            const selected = () => {
              document.body.append(table);
              const range = document.createRange(); range.selectNode(table);
              getSelection().removeAllRanges(); getSelection().addRange(range);
              const done = document.execCommand('copy');
              getSelection().removeAllRanges(); table.remove();
              return done;
            };
            if (!navigator.clipboard || !window.ClipboardItem) { return selected(); }
            return navigator.clipboard.write([new ClipboardItem({
              'text/plain': new Blob([$0], {type: 'text/plain'}),
              'text/html': new Blob([table.outerHTML], {type: 'text/html'})})]).then(() => true, selected);
            """;

    private static final String PRINT = """
            addEventListener('afterprint', () => this.dispatchEvent(new Event('kp-printed')), {once: true});
            // the lists of one screen are printed together
            clearTimeout(window.kpPrint);
            window.kpPrint = setTimeout(() => print());
            """;

    private final Supplier<? extends Extract<?>> extract;
    private final Anchor file = new Anchor();
    private final SubMenu menu;
    private @Nullable PrintTable<?> printed;

    /** @param extract what is shown at the moment somebody asks */
    public ExportMenu(Supplier<? extends Extract<?>> extract) {
        this.extract = extract;
        addClassName("kp-export");
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        menu = bar.addItem(getTranslation("export.menu")).getSubMenu();
        Notation own = Notation.of(Formats.here().locale());
        menu.addItem(getTranslation("export.excel"), click -> excel());
        for (Notation notation :
                own == Notation.COMMA ? List.of(Notation.COMMA, Notation.DOT) : List.of(Notation.DOT, Notation.COMMA)) {
            menu.addItem(
                    getTranslation(notation == Notation.COMMA ? "export.csv-comma" : "export.csv-dot"),
                    click -> csv(notation));
        }
        menu.addItem(getTranslation("export.copy"), click -> copy());
        menu.addItem(getTranslation("export.print"), click -> print());
        file.getStyle().setDisplay(com.vaadin.flow.dom.Style.Display.NONE);
        add(bar, file);
        for (KeyModifier modifier : List.of(KeyModifier.CONTROL, KeyModifier.META)) {
            Shortcuts.addShortcutListener(this, event -> print(), Key.KEY_P, modifier);
        }
    }

    /** Besides what can be made of rows: such as the picture of them. */
    public ExportMenu offering(String name, Runnable taking) {
        menu.addItem(name, click -> taking.run());
        return this;
    }

    Extract<?> extract() {
        return extract.get();
    }

    private void excel() {
        Extract<?> now = extract();
        download(now.fileName("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", now::xlsx);
    }

    private void csv(Notation notation) {
        Extract<?> now = extract();
        download(now.fileName("csv"), "text/csv;charset=utf-8", out -> now.csv(notation, out));
    }

    /** Starts a download; the rows are read in its own request, which the screen does not wait for. */
    private void download(String name, String type, Writing content) {
        file.setHref((DownloadHandler) event -> {
            event.setFileName(name);
            event.setContentType(type);
            send(event, content);
        });
        file.getElement().executeJs("this.click()");
    }

    private static void send(DownloadEvent event, Writing content) throws IOException {
        UI before = UI.getCurrent();
        // words and dates in the language of the screen that asked
        UI.setCurrent(event.getUI());
        try (OutputStream out = event.getOutputStream()) {
            content.to(out);
        } finally {
            UI.setCurrent(before);
        }
    }

    private void copy() {
        copy(extract());
    }

    private <T> void copy(Extract<T> now) {
        List<T> first = now.first();
        List<T> shown = first.stream().limit(Extract.SHORT).toList();
        String rows = Formats.here().number(shown.size());
        getElement()
                .executeJs(COPY, now.tabbed(shown))
                .then(
                        Boolean.class,
                        done -> UndoToast.say(
                                !done
                                        ? getTranslation("export.not-copied")
                                        : first.size() > shown.size()
                                                ? getTranslation("export.copied-first", rows)
                                                : getTranslation("export.copied", rows)));
    }

    private void print() {
        print(extract());
    }

    private <T> void print(Extract<T> now) {
        Component place = getParent().orElse(this);
        while (!place.getElement().getClassList().contains("kp-screen")
                && place.getParent().isPresent()) {
            place = place.getParent().get();
        }
        if (printed != null) {
            printed.removeFromParent();
        }
        PrintTable<T> table = new PrintTable<>(now);
        printed = table;
        place.getElement().appendChild(table.getElement());
        table.getElement().addEventListener("kp-printed", event -> table.removeFromParent());
        table.getElement().executeJs(PRINT);
    }

    /** Writes a file. */
    @FunctionalInterface
    private interface Writing {

        void to(OutputStream out) throws IOException;
    }
}
