package org.koploper.ui.setup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.koploper.demo.DemoDesk;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** Demo data: putting them into an empty product, and the way back to an empty one, with what exactly happens. */
@Route("admin/demo")
@RolesAllowed("ADMIN")
class DemoView extends Screen {

    private final DemoDesk demo;
    private final Div content = new Div();

    DemoView(DemoDesk demo) {
        this.demo = demo;
        content.addClassName("kp-prose");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        switch (demo.state()) {
            case CAN_LOAD -> {
                say("demo.can-load");
                content.add(button("demo.load", false, this::load));
            }
            case NOT_EMPTY -> say("demo.not-empty");
            case LOADED -> {
                say("demo.loaded");
                content.add(
                        new H2(getTranslation("demo.end")),
                        new Paragraph(getTranslation("demo.end-text")),
                        steps("demo.end-backup", "demo.end-aside", "demo.end-new"),
                        new Paragraph(getTranslation("demo.end-where", demo.folder())),
                        button("demo.wipe", true, this::confirm));
            }
            case LOADED_ELSEWHERE -> {
                say("demo.loaded");
                content.add(
                        new H2(getTranslation("demo.end")),
                        new Paragraph(getTranslation("demo.elsewhere-text")),
                        steps("demo.elsewhere-create", "demo.elsewhere-start", "demo.elsewhere-drop"));
            }
            case LEAVING -> {
                Paragraph leaving = new Paragraph(getTranslation("demo.leaving", demo.folder()));
                leaving.addClassName("kp-note");
                content.add(leaving, button("demo.keep", false, this::keep));
            }
        }
    }

    private void say(String key) {
        content.add(new Paragraph(getTranslation(key)));
    }

    private OrderedList steps(String... keys) {
        OrderedList steps = new OrderedList(
                Stream.of(keys).map(key -> new ListItem(getTranslation(key))).toArray(ListItem[]::new));
        steps.addClassName("kp-instructions");
        return steps;
    }

    private Button button(String key, boolean ends, Runnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        if (ends) {
            button.addThemeVariants(ButtonVariant.ERROR);
        }
        return button;
    }

    /** Takes a while: says so first. */
    private void load() {
        content.removeAll();
        Paragraph waiting = new Paragraph(getTranslation("setup.loading"));
        waiting.addClassName("kp-note");
        waiting.getElement().setAttribute("role", "status");
        content.add(waiting);
        waiting.getElement().executeJs("return true").then(shown -> {
            demo.load();
            // the frame says on every screen that these are demo data
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
    }

    private void confirm() {
        ConfirmWithReason.of("demo.wipe-title", "demo.wipe")
                .says(getTranslation("demo.wipe-text"))
                .destroys()
                .then(this::wipe);
    }

    private void wipe() {
        Path backup = demo.wipe();
        show();
        content.add(new Paragraph(getTranslation("demo.backup", backup)));
    }

    private void keep() {
        demo.keep();
        show();
        UndoToast.say(getTranslation("demo.kept"));
    }

    @Override
    public String heading() {
        return getTranslation("admin.demo");
    }
}
