package org.koploper.ui.dev;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import org.koploper.ui.shell.MainLayout;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the pages for developers, in the profiles for that alone: everywhere else their addresses are unknown. */
@Component
@Profile({"dev", "test"})
class DevRoutes implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration routes =
                RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
        if (!routes.isPathAvailable(KitView.PATH)) {
            routes.setRoute(KitView.PATH, KitView.class, List.of(MainLayout.class));
        }
    }
}
