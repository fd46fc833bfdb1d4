package org.koploper.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.UndoToast;

/** Listens to the keyboard on every screen, in the browser; here are only its words, and whether single keys count. */
@Tag("kp-keys")
@JsModule("./keys.ts")
class Keys extends Component {

    Keys(boolean single) {
        say("title", "keys.title");
        say("on", "keys.on");
        say("off", "keys.off");
        say("close", "keys.close");
        say("next", "keys.next-row");
        say("previous", "keys.previous-row");
        say("enter", "keys.open-row");
        Shortcut.on(this, "?", getTranslation("keys.title"));
        single(single);
        ComponentUtil.setData(UI.getCurrent(), Keys.class, this);
    }

    private void say(String name, String key) {
        getElement().setAttribute("data-" + name, getTranslation(key));
    }

    /** The one of the present page. */
    static Keys here() {
        return ComponentUtil.getData(UI.getCurrent(), Keys.class);
    }

    /** Whether single keys are shortcuts, from now on. */
    final void single(boolean on) {
        getElement().setAttribute("data-single", on ? "on" : "off");
    }

    /** Shows the sheet of shortcuts. */
    void showSheet() {
        getElement().callJsFunction("open");
    }

    /** Copies the address of what is on the screen, and says so. */
    void copyLink() {
        getElement()
                .callJsFunction("copyLink")
                .then(
                        Boolean.class,
                        copied -> UndoToast.say(getTranslation(copied ? "link.copied" : "link.not-copied")));
    }
}
