package org.koploper.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.ViewAs;
import org.koploper.demo.DemoDesk;

/** What is said above every screen of the present user: as whom one looks, and that the data are a demo. */
@org.springframework.stereotype.Component
class Banners {

    private final ViewAs viewAs;
    private final DemoDesk demo;

    Banners(ViewAs viewAs, DemoDesk demo) {
        this.viewAs = viewAs;
        this.demo = demo;
    }

    List<Component> now() {
        CurrentUser user = Caller.now();
        List<Component> banners = new ArrayList<>();
        if (user.onlyLooks()) {
            banners.add(new ViewAsBanner(user, viewAs));
        } else {
            viewAs.endedByItself().ifPresent(name -> banners.add(new ViewAsEnded(name, viewAs)));
        }
        if (demo.shows()) {
            banners.add(new DemoBanner(user));
        }
        return banners;
    }
}
