package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.UnusableMapping;
import org.koploper.intake.Upload;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SaveButton;

/** What would happen: tried on entering, taken by one button that names what it does. */
class CheckStep extends Div {

    private final Way way;
    private final Div refusal = new Div();

    CheckStep(Way way) {
        this.way = way;
        refusal.getElement().setAttribute("role", "alert");
        try {
            Upload tried = way.uploads().attempt(way.upload().id());
            Long attempt = tried.tried();
            if (attempt == null) {
                // somebody took it meanwhile, in another tab
                refuse("import.taken-meanwhile");
                add(refusal);
                return;
            }
            show(way.imports().find(attempt).orElseThrow());
        } catch (UnusableMapping e) {
            refuse("import.flaws");
            add(refusal);
        } catch (Imports.TooManyImports e) {
            refuse("import.too-many");
            add(refusal);
        }
    }

    private void show(Import tried) {
        if (tried.state() == Import.State.RUNNING) {
            add(new Progress(way.imports(), way.clock(), tried, () -> way.go(Step.CHECK)));
            return;
        }
        add(new Tally(tried));
        if (tried.state() == Import.State.FAILED) {
            add(new ProblemList(way.imports(), tried, way.clock()));
            return;
        }
        add(
                commit(tried),
                new ValueChoices(way, tried),
                new DecidedList(way),
                new ChangeList(way.imports(), tried, way.clock()),
                new ProblemList(way.imports(), tried, way.clock(), way));
    }

    private Div commit(Import tried) {
        int taken = tried.counts().created() + tried.counts().changed();
        Div block = new Div();
        block.addClassName("kp-commit");
        if (taken == 0) {
            block.add(new Paragraph(
                    getTranslation(tried.counts().rejected() > 0 ? "import.nothing-right" : "import.nothing-new")));
            return block;
        }
        if (tried.counts().rejected() > 0) {
            int out = tried.counts().rejected();
            block.add(new Paragraph(
                    out == 1
                            ? getTranslation("import.left-out-one")
                            : getTranslation("import.left-out", Formats.here().number(out))));
        }
        Button commit = new SaveButton(
                getTranslation(
                        "import.commit",
                        Formats.here().number(taken),
                        getTranslation(
                                taken == 1 ? "kind." + tried.kind() + ".one" : "kind." + tried.kind() + ".many")),
                this::commit);
        block.add(commit, refusal);
        return block;
    }

    private void commit() {
        try {
            way.uploads().commit(way.upload().id());
            way.go(Step.DONE);
        } catch (UnusableMapping e) {
            refuse("import.flaws");
        } catch (Imports.TooManyImports e) {
            refuse("import.too-many");
        }
    }

    private void refuse(String key) {
        refusal.removeAll();
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassName("kp-bad");
        refusal.add(text);
    }
}
