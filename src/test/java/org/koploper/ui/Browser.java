package org.koploper.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Once;
import org.koploper.ui.shell.Screen;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;

/** One user with one browser tab, without a real browser. Close it after each test. */
public final class Browser implements AutoCloseable {

    private static final Routes ROUTES = routes();

    private Browser() {}

    /** Signs a person in and opens the start page, in English. */
    public static Browser signedIn(ApplicationContext context, PersonId person, String name, Role... roles) {
        return signedIn(context, new CurrentUser(person, name, java.util.Set.of(roles), false));
    }

    /** The same for a user who may be somebody that an administrator looks as. */
    public static Browser signedIn(ApplicationContext context, CurrentUser user) {
        String[] authorities = user.roles().stream().map(Role::authority).toArray(String[]::new);
        var authentication =
                new UsernamePasswordAuthenticationToken(user, null, AuthorityUtils.createAuthorityList(authorities));
        SecurityContextHolder.getContext().setAuthentication(authentication);
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(authentication);
            request.setUserInRole(
                    (principal, role) -> Arrays.asList(authorities).contains("ROLE_" + role)
                            || Arrays.asList(authorities).contains(role));
            return request;
        });
        Locale.setDefault(Locale.UK);
        MockVaadin.setup(Tab::new, new MockSpringServlet(ROUTES, context, Tab::new));
        Browser browser = new Browser();
        browser.open("");
        return browser;
    }

    /** All screens, also those that only their package can name, and our own pages for what goes wrong. */
    @SuppressWarnings("unchecked")
    private static Routes routes() {
        var screens = new ClassPathScanningCandidateComponentProvider(false);
        screens.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        screens.addIncludeFilter(new AnnotationTypeFilter(Layout.class));
        var failures = new ClassPathScanningCandidateComponentProvider(false);
        failures.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        return new Routes(
                classes(screens)
                        .filter(type -> !type.isAnnotationPresent(Route.class)
                                || type.getAnnotation(Route.class).registerAtStartup())
                        .map(type -> (Class<? extends Component>) type)
                        .collect(Collectors.toSet()),
                classes(failures)
                        .map(type -> (Class<? extends HasErrorParameter<?>>) type)
                        .collect(Collectors.toSet()),
                true);
    }

    private static Stream<Class<?>> classes(ClassPathScanningCandidateComponentProvider scan) {
        return scan.findCandidateComponents("org.koploper.ui").stream()
                .map(found -> ClassUtils.resolveClassName(
                        java.util.Objects.requireNonNull(found.getBeanClassName()), Browser.class.getClassLoader()));
    }

    /** Goes to an address typed by hand and answers what is shown there. */
    public Component open(String address) {
        UI ui = UI.getCurrent();
        Location location = new Location(address);
        // one click is one request
        Once.open();
        try {
            ui.navigate(location.getPath(), location.getQueryParameters());
            MockVaadin.clientRoundtrip(true);
        } finally {
            Once.close();
        }
        return shown();
    }

    /** What is shown now inside the frame. */
    public Component shown() {
        return (Component)
                UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    /** The heading of what is shown now. */
    public String heading() {
        return shown() instanceof Screen screen ? screen.heading() : "";
    }

    /** Where the browser is now, as in its address bar. */
    public String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    /** Every word that can be read on the page, also by a screen reader. */
    public String text() {
        StringBuilder text = new StringBuilder();
        UI.getCurrent().getChildren().forEach(child -> collect(child.getElement(), text));
        return text.toString();
    }

    private static void collect(com.vaadin.flow.dom.Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append(' ');
            return;
        }
        for (String name :
                new String[] {"aria-label", "aria-valuetext", "title", "label", "helperText", "errorMessage"}) {
            String value = element.getAttribute(name) != null ? element.getAttribute(name) : element.getProperty(name);
            if (value != null) {
                text.append(value).append(' ');
            }
        }
        element.getChildren().forEach(child -> collect(child, text));
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Asks the server what to show at an unknown address, as the script in a real browser does. */
    private static final class Tab extends MockedUI {

        @Override
        public void navigateToClient(String address) {
            getInternals().getRouter().navigate(this, new Location(address), NavigationTrigger.ROUTER_LINK);
        }
    }
}
