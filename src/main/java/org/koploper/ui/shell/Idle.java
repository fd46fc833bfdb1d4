package org.koploper.ui.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.koploper.access.IdleLimit;
import org.koploper.access.Sessions;
import org.springframework.context.annotation.Scope;

/** Watches in the browser whether anything is done there, on every screen; here are only its words and limits. */
@org.springframework.stereotype.Component
@Scope("prototype")
@Tag("kp-idle")
@JsModule("./idle.ts")
class Idle extends Component {

    private final Sessions sessions;

    Idle(Sessions sessions, IdleLimit limit) {
        this.sessions = sessions;
        say("title", "idle.title");
        say("text", "idle.text");
        say("left", "idle.left");
        say("stay", "idle.stay");
        say("leave", "idle.leave");
        getElement().setAttribute("data-idle", String.valueOf(limit.limit().toSeconds()));
        getElement().setAttribute("data-warn", String.valueOf(limit.warning().toSeconds()));
        // whoever opens a page is there
        sessions.acted();
    }

    private void say(String name, String key) {
        getElement().setAttribute("data-" + name, getTranslation(key));
    }

    /** Something was done, in whichever tab. */
    @ClientCallable
    void acted() {
        sessions.acted();
    }

    /** Nothing was done for too long, or the user wants to leave. */
    @ClientCallable
    void over() {
        sessions.endThis();
    }
}
