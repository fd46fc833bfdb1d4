package org.koploper.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.UndoToast;
import org.koploper.views.SavedView;
import org.koploper.views.SavedViews;

/** What was filtered and sorted by before, under a name: to choose, to save, and for the own ones to rename and delete. */
class SavedViewsBar extends Div {

    private final SavedViews views;
    private final String screen;
    private final Select<@Nullable SavedView> choice = new Select<>();
    private final MenuBar change = new MenuBar();
    private String shown = "";

    /** @param chosen told the query of the one that was chosen, empty for everything */
    SavedViewsBar(SavedViews views, String screen, Consumer<String> chosen) {
        this.views = views;
        this.screen = screen;
        addClassName("kp-saved-views");
        choice.setLabel(getTranslation("views.mine"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("views.none-chosen"));
        choice.setItemLabelGenerator(this::called);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                SavedView view = event.getValue();
                chosen.accept(view == null ? "" : view.query());
            }
        });
        Button save = new Button(getTranslation("views.save-as"), click -> save());
        save.addThemeVariants(ButtonVariant.TERTIARY);
        change.addThemeVariants(MenuBarVariant.TERTIARY);
        SubMenu menu = change.addItem(getTranslation("views.change")).getSubMenu();
        menu.addItem(getTranslation("views.rename"), click -> rename());
        menu.addItem(getTranslation("views.delete"), click -> delete());
        add(choice, save, change);
    }

    private String called(@Nullable SavedView view) {
        return view == null
                ? getTranslation("views.none-chosen")
                : view.own() ? view.name() : getTranslation("views.by", view.name(), view.owner());
    }

    /** Shows which one the screen shows now, if any. */
    void show(String query) {
        shown = query;
        List<SavedView> all = views.of(screen);
        choice.setItems(all);
        SavedView now = all.stream()
                .filter(view -> view.query().equals(query))
                .findFirst()
                .orElse(null);
        choice.setValue(now);
        choice.setVisible(!all.isEmpty());
        change.setVisible(now != null && now.own());
    }

    private void save() {
        ViewDialog.toSave(views.ownTeam().orElse(null), (name, shared) -> {
                    views.save(screen, name, shown, shared);
                    show(shown);
                    UndoToast.say(getTranslation("views.saved", name));
                })
                .open();
    }

    void rename() {
        SavedView view = Objects.requireNonNull(choice.getValue());
        ViewDialog.toRename(view, name -> {
                    views.rename(view.id(), name);
                    show(shown);
                    UndoToast.say(getTranslation("views.renamed", name), () -> {
                        views.rename(view.id(), view.name());
                        show(shown);
                    });
                })
                .open();
    }

    void delete() {
        SavedView view = Objects.requireNonNull(choice.getValue());
        views.delete(view.id());
        show(shown);
        UndoToast.say(getTranslation("views.deleted", view.name()), () -> {
            views.save(screen, view.name(), view.query(), view.shared());
            show(shown);
        });
    }
}
