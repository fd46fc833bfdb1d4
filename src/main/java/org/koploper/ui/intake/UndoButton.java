package org.koploper.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.Sentences;
import org.koploper.intake.Undo;
import org.koploper.records.NotUndone;
import org.koploper.records.Obstacle;
import org.koploper.ui.kit.Busy;

/** Takes an import back after one more question; where records stand in the way it names them and offers to leave those. */
class UndoButton extends Div {

    private static final int SHOWN = 20;

    private final Undo undo;
    private final Import made;

    UndoButton(Undo undo, Import made) {
        this.undo = undo;
        this.made = made;
        add(new Button(getTranslation("import.undo"), click -> ask()));
        if ("undo-refused".equals(made.reason())) {
            add(choice("import.undo-partly", true));
        }
    }

    private void ask() {
        removeAll();
        add(new Paragraph(getTranslation("import.undo-text")), choice("import.undo-sure", false), keep());
    }

    private Button choice(String key, boolean partly) {
        return Busy.on(new Button(getTranslation(key)), () -> take(partly));
    }

    private Button keep() {
        return new Button(
                getTranslation("import.undo-keep"), click -> UI.getCurrent().refreshCurrentRoute(false));
    }

    private void take(boolean partly) {
        try {
            undo.undo(made, partly);
            UI.getCurrent().refreshCurrentRoute(false);
        } catch (NotUndone e) {
            refuse(e.obstacles());
        } catch (Imports.TooManyImports e) {
            say("import.too-many");
        }
    }

    private void refuse(List<Obstacle> obstacles) {
        say(obstacles.isEmpty() ? "import.undo-too-late" : "import.undo-refused");
        if (obstacles.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        obstacles.stream()
                .limit(SHOWN)
                .forEach(stays -> list.add(new ListItem(getTranslation(
                        "import.undo-stays",
                        getTranslation("kind." + stays.kind() + ".one"),
                        stays.externalId(),
                        Sentences.of(stays.code(), stays.args(), getLocale())))));
        if (obstacles.size() > SHOWN) {
            list.add(new ListItem(getTranslation("import.undo-more", obstacles.size() - SHOWN)));
        }
        add(list, choice("import.undo-partly", true), keep());
    }

    private void say(String key) {
        removeAll();
        Paragraph why = new Paragraph(getTranslation(key));
        why.addClassName("kp-bad");
        why.getElement().setAttribute("role", "alert");
        add(why);
    }
}
