package org.koploper.ui.list;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.FormDialog;
import org.koploper.views.SavedView;
import org.koploper.views.SavedViews;
import org.koploper.views.ViewRefused;

/** Asks how a saved view is called, and when it is new, for whom it is. */
class ViewDialog extends FormDialog {

    private final TextField name = new TextField(getTranslation("views.name"));
    private final Checkbox shared = new Checkbox();
    private final BiConsumer<String, Boolean> done;

    private ViewDialog(String title, String submit, BiConsumer<String, Boolean> done) {
        super(title, submit);
        this.done = done;
        name.setMaxLength(SavedViews.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        ask(name);
    }

    /** @param team to share it with; null for who is in none */
    static ViewDialog toSave(@Nullable TeamRef team, BiConsumer<String, Boolean> done) {
        ViewDialog dialog = new ViewDialog("views.save-title", "views.save", done);
        if (team != null) {
            dialog.shared.setLabel(dialog.getTranslation("views.share", team.name()));
            dialog.ask(dialog.shared);
        }
        return dialog;
    }

    static ViewDialog toRename(SavedView view, Consumer<String> done) {
        ViewDialog dialog = new ViewDialog("views.rename-title", "views.rename", (name, shared) -> done.accept(name));
        dialog.name.setValue(view.name());
        return dialog;
    }

    @Override
    protected void submit() {
        try {
            done.accept(name.getValue().strip(), shared.getValue());
        } catch (ViewRefused refused) {
            name.setErrorMessage(getTranslation("views.refused."
                    + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')));
            name.setInvalid(true);
            name.focus();
            return;
        }
        close();
    }
}
