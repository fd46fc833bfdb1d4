package org.koploper.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.notice.Bell;
import org.koploper.ui.welcome.Guide;

/** The frame around every screen: menu, heading, own settings; on phones a bar at the bottom. */
@Layout
@PermitAll
@JsModule("./busy.ts")
@JsModule("./offline.ts")
@JsModule("./skeleton.ts")
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** A word that does not fit beside the buttons on a phone; breaking it is no way out: few browsers know Dutch. */
    private static final Pattern LONG = Pattern.compile("\\S{12}");

    private final H1 heading = new H1();
    private final BottomBar bottomBar;
    private final Guide guide;
    private @Nullable Class<?> shown;

    MainLayout(OwnSettings settings, SearchButton search, Bell bell, Idle idle, Guide guide, Banners banners) {
        CurrentUser user = Caller.now();
        List<Destination> destinations = Destination.of(user);
        this.guide = guide;
        bottomBar = new BottomBar(destinations, () -> setDrawerOpened(true));
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("menu.drawer")));
        heading.addClassName("kp-heading");
        heading.getElement().setAttribute("tabindex", "-1");
        heading.setId(Focus.HEADING);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("menu.toggle"));
        Header header = new Header(
                skipLink(),
                toggle,
                heading,
                search,
                bell,
                new UserMenu(user, settings),
                new Keys(settings.now().singleKeys()),
                idle);
        header.addClassName("kp-header");
        addToNavbar(header);
        banners.now().forEach(this::addToNavbar);
        addToNavbar(true, bottomBar);
        addToDrawer(new Menu(destinations));
    }

    /** A button and no link: a link to {@code #main} would be read relative to the page's base address. */
    private NativeButton skipLink() {
        NativeButton skip = new NativeButton(getTranslation("menu.skip"));
        skip.addClassName("kp-skip");
        skip.getElement().executeJs("this.addEventListener('click', () => document.getElementById('main')?.focus())");
        return skip;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Component content = getContent();
        if (content instanceof Screen screen) {
            String words = screen.heading();
            heading.setText(words);
            heading.setClassName("kp-long", LONG.matcher(words).find());
        }
        bottomBar.at(event.getLocation().getPath());
        guide.at(event.getLocation(), content);
        Class<?> now = content == null ? null : content.getClass();
        // the first page starts at the top of the document, and a changed period keeps the focus where it was
        if (shown != null && shown != now) {
            heading.getElement().callJsFunction("focus");
        }
        shown = now;
    }
}
