package org.koploper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnDemo;
import org.koploper.ui.shell.MainLayout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axe finds nothing on any screen: in both languages, light and dark, wide and narrow. */
@OnDemo
class AccessibilityTest extends Walk {

    private static final Map<String, String> WHO = Map.of(
            "REP", "an@demo",
            "MANAGER", "bram@demo",
            "FINANCE", "luc@demo",
            "HR", "greet@demo",
            "ADMIN", "mohamed@demo");

    /** Screens that look quite different behind the same route. */
    private static final Map<String, List<String>> FACES = Map.of(
            "statements", List.of("?line=all", "?tab=components", "?tab=year", "?tab=changes", "?tab=documents"),
            "leaderboard/revenue", List.of("?view=all&level=team"),
            "records", List.of("/deals", "/people", "/targets"),
            "admin/data", List.of("?person=P-101"),
            "team/numbers", List.of("?p=2026&rep=P-102&orders=on&cycles=on"));

    /**
     * Findings inside Vaadin's own shadow roots that no page can change without reaching into them. The container that
     * scrolls the tabs carries {@code tabindex="-1"}, so that the browser does not make it a stop of its own: nobody gets
     * there by keyboard, and a plain element may stand between a tab list and its tabs. The cell of a grid can be focused
     * to move with the arrow keys and does nothing when it is clicked, so the button that fills it obscures no target.
     */
    private static final List<Pattern> OF_VAADIN = List.of(
            Pattern.compile("aria-required-children at vaadin-tabs: .*not allowed: div\\[tabindex]"),
            Pattern.compile("target-size at vaadin-grid > #vaadin-grid-cell-\\d+: .*"));

    private static final int WIDE = 1280;
    private static final int PHONE = 390;
    private static final int SMALLEST = 360;

    /** What Vaadin shows in place of a text that is missing; kinds that exist only in tests have none. */
    private static final Pattern UNTRANSLATED = Pattern.compile("!(nl|en)[\\w-]*: (?!kind\\.trial-)[\\w.-]+");

    /** The drawer moves in and out a moment after the window has changed. */
    private static final String FRAME_FITS = """
            () => {
              const frame = document.querySelector('vaadin-app-layout');
              return !frame || (innerWidth < 800 ? frame.hasAttribute('overlay') && !frame.drawerOpened : !frame.hasAttribute('overlay'));
            }""";

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private final List<String> findings = new ArrayList<>();

    /** One whose deliveries are each another way: arrived, waiting, given up. */
    private static long webhook(JdbcClient jdbc) {
        long id = jdbc.sql("select count(*) from webhooks").query(Long.class).single() + 1;
        jdbc.sql("insert into webhooks (id, name, url, events, secret, state, failing_since, created_at, created_by)"
                        + " values (:id, 'CRM', 'https://crm.example.com/koploper', 'deal.won', 'x', 'GIVEN_UP',"
                        + " localtimestamp, localtimestamp, 'Mohamed')")
                .param("id", id)
                .update();
        List<String> states = List.of("DONE", "WAITING", "FAILED");
        for (int i = 0; i < states.size(); i++) {
            jdbc.sql(
                            "insert into webhook_deliveries (id, webhook_id, event, subject, body, noted_at, state, next_at, tries)"
                                    + " values (:id, :webhook, 'deal.won', 'D-1', '{}', localtimestamp, :state, localtimestamp, 1)")
                    .param("id", id * states.size() + i)
                    .param("webhook", id)
                    .param("state", states.get(i))
                    .update();
        }
        return id;
    }

    /** An address for every route that has parameters; a new one has to be added here. */
    private static Map<String, String> samples(JdbcClient jdbc) {
        String plan = "plans/"
                + jdbc.sql("select min(id) from plans").query(Long.class).single();
        Map<String, String> samples = new HashMap<>(Map.of(
                "admin/webhooks/:id([0-9]{1,18})",
                "admin/webhooks/" + webhook(jdbc),
                "import/:id([0-9]{1,18})",
                "import/1",
                "leaderboard/:metric?",
                "leaderboard/revenue",
                "notices/:id([0-9]{1,18})",
                "notices/1",
                "record/:kind/:id*",
                "record/customers/"
                        + jdbc.sql("select min(external_id) from customers")
                                .query(String.class)
                                .single(),
                "records/:kind",
                "records/customers",
                "plans/:plan([0-9]{1,18})",
                plan,
                "plans/:plan([0-9]{1,18})/text/:version?([0-9]{1,6})",
                plan + "/text",
                "statements/:person?([0-9]{1,18})/:month?([0-9]{4}-(?:0[1-9]|1[0-2]))",
                "statements"));
        samples.put("goals/:goal", "goals/GOAL-AN");
        samples.put("admin/own-kpis/:key(new|own-[a-z0-9-]{1,56})", "admin/own-kpis/own-part-of-services");
        return samples;
    }

    @Test
    void everyScreenIsFreeOfFindings() {
        everyScreen(servlets, jdbc).forEach((username, all) -> {
            try (Pair pair = Pair.of(language -> Visitor.speaking(language, chromium, port, username))) {
                all.forEach(address -> look(pair, address, Visitor::leaveFor, Visitor::arrive));
            }
        });

        assertThat(findings).isEmpty();
    }

    @Test
    void thePagesForWhatWentWrongAreFreeOfFindings() {
        routes(servlets).setRoute("fails", Fails.class, List.of(MainLayout.class));
        try (Pair pair = Pair.of(language -> Visitor.speaking(language, chromium, port, "an@demo"))) {
            List.of("accounts", "no/such/place", "statements/1", "fails").forEach(address -> read(pair, address));
        } finally {
            routes(servlets).removeRoute("fails");
        }

        assertThat(findings).isEmpty();
    }

    @Test
    void thePagesOutsideTheFrameAreFreeOfFindings() {
        try (Pair pair = Pair.of(language -> Visitor.anonymous(chromium, port, language))) {
            List.of("sign-in", "sign-in?error", "sign-in?out", "sign-in?welcome", "icons/none.svg")
                    .forEach(address -> read(pair, address));
        }

        assertThat(findings).isEmpty();
    }

    @Test
    void everyDialogIsFreeOfFindings() {
        dialogs("bram@demo", Map.of("team", List.of("Win", "Change"), "questions", List.of("Ask many customers")));
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, 'NEW', 'Nobody Yet', 0)")
                .param(ids.next())
                .update();
        dialogs(
                "mohamed@demo",
                Map.of(
                        "accounts", List.of("Change"),
                        "accounts?access=none", List.of("Give access"),
                        "tokens", List.of("New token")));
        dialogs("an@demo", Map.of("dev/kit", List.of("Take back", "Change", "Remove")));
        dialogs(
                "luc@demo",
                Map.of(
                        "plans",
                        List.of("New plan"),
                        "plans/" + planWithoutExamples(),
                        List.of("Write a new version", "Put somebody on this plan", "End")));

        assertThat(findings).isEmpty();
    }

    /** One with examples is written as a text, without a dialog. */
    private long planWithoutExamples() {
        return jdbc.sql("select min(id) from plans where id not in"
                        + " (select plan_id from plan_versions where document like '%examples%')")
                .query(Long.class)
                .single();
    }

    /** Opens, one after the other, the dialog behind the first button of each of these names, by address. */
    private void dialogs(String username, Map<String, List<String>> buttons) {
        try (Visitor visitor = signIn(username)) {
            buttons.forEach((address, all) -> all.forEach(button -> dialog(visitor, address, button)));
        }
    }

    private void dialog(Visitor visitor, String address, String button) {
        Page page = visitor.open(address);
        page.locator("main vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(exactly(button)))
                .first()
                .click();
        page.waitForSelector("vaadin-dialog[opened] h2");
        visitor.settle();
        check(visitor, Axe.findings(page), address + ", dialog of " + button);
    }

    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text + "\\s*$");
    }

    /** The same person once in each language, side by side: while one page is looked at, so is the other. */
    private record Pair(Map<String, Visitor> byLanguage) implements AutoCloseable {

        static Pair of(Function<String, Visitor> visitor) {
            Map<String, Visitor> byLanguage = new LinkedHashMap<>();
            List.of("nl-BE", "en-GB").forEach(language -> byLanguage.put(language, visitor.apply(language)));
            return new Pair(byLanguage);
        }

        void each(Consumer<Visitor> does) {
            byLanguage.values().forEach(does);
        }

        @Override
        public void close() {
            each(Visitor::close);
        }
    }

    /** Looks at what stands at an address, reading the page anew. */
    private void read(Pair pair, String address) {
        look(pair, address, Visitor::open, visitor -> {});
    }

    /** Opens a screen once in each language, and changes width and colours where it is. */
    private void look(Pair pair, String address, BiConsumer<Visitor, String> leave, Consumer<Visitor> arrive) {
        pair.each(visitor -> leave.accept(visitor, address));
        pair.each(arrive);
        for (int width : List.of(WIDE, PHONE)) {
            wide(pair, width);
            in(pair, ColorScheme.LIGHT, Axe::begin, "/" + address + " " + width);
            in(pair, ColorScheme.DARK, Axe::beginColours, "/" + address + " " + width);
        }
        wide(pair, SMALLEST);
        pair.byLanguage().forEach((language, visitor) -> {
            Page page = visitor.page();
            if (!(boolean) page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")) {
                findings.add("/" + address + " " + language + " scrolls sideways at " + SMALLEST);
            }
            var untranslated = UNTRANSLATED.matcher(page.content());
            while (untranslated.find()) {
                findings.add("/" + address + " " + language + " lacks the text " + untranslated.group());
            }
        });
        wide(pair, WIDE);
    }

    private void in(Pair pair, ColorScheme scheme, Consumer<Page> begin, String where) {
        pair.each(visitor -> visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme)));
        pair.each(visitor -> begin.accept(visitor.page()));
        pair.byLanguage()
                .forEach((language, visitor) ->
                        check(visitor, Axe.found(visitor.page()), where + " " + language + " " + scheme));
    }

    private static void wide(Pair pair, int width) {
        pair.each(visitor -> visitor.page().setViewportSize(width, 900));
        pair.each(visitor -> visitor.page().waitForFunction(FRAME_FITS));
    }

    private void check(Visitor visitor, List<String> found, String where) {
        List<String> still = found;
        if (!found.isEmpty()) {
            // a list may still be on its way from wide to narrow
            visitor.settle();
            still = Axe.findings(visitor.page());
        }
        still.stream()
                .filter(finding -> OF_VAADIN.stream()
                        .noneMatch(known -> known.matcher(finding).matches()))
                .forEach(finding -> findings.add(where + ": " + finding));
    }

    /** The addresses of all screens, by who of the demo may open them. */
    static Map<String, List<String>> everyScreen(ServletContext servlets, JdbcClient jdbc) {
        Map<String, String> samples = samples(jdbc);
        return routes(servlets).getAvailableRoutes().stream()
                .sorted(Comparator.comparing(RouteData::getTemplate))
                .collect(Collectors.groupingBy(
                        route -> who(route.getTemplate(), route.getNavigationTarget()),
                        Collectors.flatMapping(route -> addresses(route.getTemplate(), samples), Collectors.toList())));
    }

    private static RouteConfiguration routes(ServletContext servlets) {
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)));
    }

    private static Stream<String> addresses(String template, Map<String, String> samples) {
        String sample = samples.get(template);
        assertThat(sample == null && template.contains(":"))
                .as("%s has parameters, and no sample to open it with: add one to samples()", template)
                .isFalse();
        String address = sample == null ? template : sample;
        return Stream.concat(
                Stream.of(address),
                FACES.getOrDefault(address, List.of()).stream().map(face -> address + face));
    }

    private static String who(String template, Class<? extends Component> screen) {
        RolesAllowed roles = screen.getAnnotation(RolesAllowed.class);
        String role = roles != null ? roles.value()[0] : template.startsWith("record") ? "ADMIN" : "REP";
        return Objects.requireNonNull(WHO.get(role), role);
    }

    /** A screen that cannot be shown. */
    @PermitAll
    public static class Fails extends Div {

        public Fails() {
            throw new IllegalStateException("as this test wants it");
        }
    }
}
