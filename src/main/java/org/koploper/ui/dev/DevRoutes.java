package org.koploper.ui.dev;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import org.koploper.ui.shell.MainLayout;
import org.springframework.context.annotation.Profile;
import org.springframework.util.ClassUtils;

/**
 * Opens the pages for developers, in the profiles for that alone: everywhere else their addresses are unknown. The page is
 * called by its name, since every browser loads on its first page what a listener of this sort knows.
 */
@org.springframework.stereotype.Component
@Profile({"dev", "test"})
class DevRoutes implements VaadinServiceInitListener {

    private static final String KIT = "org.koploper.ui.dev.KitView";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration routes =
                RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
        if (!routes.isPathAvailable(KitView.PATH)) {
            routes.setRoute(KitView.PATH, kit(), List.of(MainLayout.class));
        }
    }

    private static Class<? extends Component> kit() {
        return ClassUtils.resolveClassName(KIT, DevRoutes.class.getClassLoader())
                .asSubclass(Component.class);
    }
}
