package org.koploper.ui.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.SecretCode;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.Reading;
import org.koploper.period.Period;
import org.koploper.sales.QuestionDesk;
import org.koploper.sales.QuestionLink;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.koploper.testing.SignedInNobody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;

/** The page on which a customer answers, as a browser without scripts gets it; and a server that logs requests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "koploper.in-memory=true",
            "koploper.admin-token=a-token-for-tests-that-is-long-enough",
            "server.tomcat.accesslog.enabled=true",
            "server.tomcat.accesslog.buffered=false",
            "server.tomcat.accesslog.pattern=%r %U %s"
        })
@TestExecutionListeners(
        listeners = SignedInNobody.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
class CustomerPageTest {

    @TempDir
    static Path log;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    QuestionDesk desk;

    @Autowired
    Kpis kpis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private PersonId anna;
    private QuestionLink link;
    private Customer english;

    @DynamicPropertySource
    static void whereRequestsAreLogged(DynamicPropertyRegistry properties) {
        properties.add("server.tomcat.accesslog.directory", () -> log.toString());
    }

    @BeforeEach
    void aCustomerIsAsked() {
        SalesSample sample = new SalesSample(context);
        anna = sample.person("Anna <b>Adams</b>");
        link = asked(sample, "Bakery & Sons");
        english = new Customer(port, "127.0.21.1", "en-GB,en;q=0.9");
    }

    private QuestionLink asked(SalesSample sample, String name) {
        long customer = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(customer, "C" + customer, name)
                .update();
        long deal = sample.won(anna, "1000", LocalDate.now(clock).toString());
        jdbc.sql("update deals set customer_id = ? where id = ?")
                .params(customer, deal)
                .update();
        return As.user(anna, Set.of(Role.REP), () -> desk.ask("C" + customer, null));
    }

    @Test
    void thePageIsPlainHtmlThatSaysHonestlyWhoReadsTheAnswer() {
        String page = english.get(link.path()).body();

        assertThat(page)
                .contains("<html lang=\"en-GB\">", "<h1>How did we do?</h1>", "<form method=\"post\">")
                .contains("not anonymous", "Bakery &amp; Sons", "Anna &lt;b&gt;Adams&lt;/b&gt;")
                .contains("keeps it as long as")
                .doesNotContain(
                        "<b>Adams",
                        "<script",
                        "javascript:",
                        " style=",
                        link.code().letters())
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(Pattern.compile("type=\"radio\"").matcher(page).results().count())
                .isEqualTo(10);
        assertThat(Pattern.compile("<fieldset>\\s*<legend>")
                        .matcher(page)
                        .results()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void pageAndStylesTogetherAreThirtyKilobytesAtMost() {
        int bytes = Stream.of(link.path(), "/sign-in.css", "/answer.css", "/icons/koploper.svg")
                .mapToInt(path -> english.get(path).body().getBytes(StandardCharsets.UTF_8).length)
                .sum();

        System.out.println("Page of a customer with styles and icon: " + bytes + " bytes");
        assertThat(bytes).isLessThanOrEqualTo(30 * 1024);
    }

    @Test
    void noAnswerLeavesACookieOrTellsTheAddressToOthers() {
        List<HttpResponse<String>> answers = List.of(
                english.get(link.path()),
                english.get(link.path() + "?lang=nl"),
                english.post(link.path(), "comment=only"),
                english.post(link.path(), "satisfaction=5"),
                english.get("/a/nothing"),
                english.get("/answer.css"),
                english.other("PUT", link.path()),
                english.other("HEAD", link.path()),
                english.post(link.path(), "multipart/form-data; boundary=x", "--x--"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(Customer.all(answer, "Set-Cookie")).as(answer.toString()).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src", "unsafe");
            if (answer.uri().getPath().startsWith("/a/")) {
                assertThat(Customer.all(answer, "Referrer-Policy")).containsExactly("no-referrer");
                assertThat(Customer.all(answer, "Cache-Control")).containsExactly("no-store");
                assertThat(Customer.all(answer, "X-Robots-Tag")).containsExactly("noindex, nofollow");
            }
        });
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsExactly(200, 200, 422, 303, 404, 200, 405, 200, 404);
    }

    @Test
    void theLanguageIsTheOneOfTheAddressElseTheFirstOfTheBrowserThatThereIs() {
        assertThat(new Customer(port, "127.0.21.2", "fr-FR, nl;q=0.8, en;q=0.5")
                        .get(link.path())
                        .body())
                .contains("<html lang=\"nl-BE\">", "Hoe deden we het?", "Zou u opnieuw bij ons kopen?");
        assertThat(english.get(link.path() + "?lang=nl").body()).contains("Hoe deden we het?");
        assertThat(english.get(link.path() + "?lang=xx").body()).contains("How did we do?");
        assertThat(new Customer(port, "127.0.21.2", "fr").get(link.path()).body())
                .contains("Hoe deden we het?");
    }

    @Test
    void anAnswerIsTakenOnceAndLoadingAgainSendsNothingAgain() {
        HttpResponse<String> first =
                english.post(link.path(), "lang=en&satisfaction=4&again=5&comment=" + coded("Fine!"));

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(Customer.all(first, "Location")).containsExactly("?lang=en");
        assertThat(english.followed(link.path(), first)).contains("Thank you for your answer", "It arrived on");
        HttpResponse<String> second = english.post(link.path(), "satisfaction=1");
        assertThat(english.followed(link.path(), second)).contains("The first one counts");
        assertThat(english.get(link.path()).body())
                .as("going back")
                .contains("Thank you")
                .doesNotContain("<form");
        assertThat(stored()).containsExactly("4 5 Fine!");
    }

    @Test
    void bothKpisMoveAtOnce() {
        english.post(link.path(), "satisfaction=2&again=5");

        assertThat(reading(Kpi.SATISFACTION).numerator()).isEqualByComparingTo("0");
        assertThat(reading(Kpi.SATISFACTION).denominator()).isEqualByComparingTo("1");
        assertThat(reading(Kpi.RETURN_INTENTION).numerator()).isEqualByComparingTo("1");
        assertThat(reading(Kpi.RETURN_INTENTION).denominator()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsMissingOrTooLongIsSaidAndNothingTypedIsLost() {
        HttpResponse<String> nothing =
                english.post(link.path(), "satisfaction=9&again=&comment=" + coded("<i>kept</i>"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body())
                .contains("Please answer at least one", "aria-describedby=\"problem\"", "&lt;i&gt;kept&lt;/i&gt;")
                .doesNotContain("<i>kept");

        HttpResponse<String> tooLong = english.post(link.path(), "satisfaction=3&comment=" + coded("é".repeat(2_001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("at most 2,000 characters", "value=\"3\" checked");
        assertThat(stored()).isEmpty();

        english.post(link.path(), "satisfaction=3&comment=" + coded("x".repeat(1_998) + "\r\ny\0"));
        assertThat(stored()).containsExactly("3 null " + "x".repeat(1_998) + "\ny");
    }

    @Test
    void whatIsNoCodeAndWhatWasNeverOneAreAnsweredAlike() {
        Customer guest = new Customer(port, "127.0.21.3", "en");
        HttpResponse<String> unknown = guest.get("/a/" + SecretCode.create().letters());
        HttpResponse<String> malformed = guest.get("/a/hello");
        HttpResponse<String> answered = guest.post("/a/" + SecretCode.create().letters(), "satisfaction=5");

        assertThat(List.of(unknown, malformed, answered)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body()).contains("This link does not work");
        });
    }

    @Test
    void aQuestionThatRanOutOrWasWithdrawnSaysSoKindly() {
        jdbc.sql("update customer_questions set asked_on = ?, last_day = ? where code_hash = ?")
                .params(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31),
                        link.code().hash())
                .update();
        HttpResponse<String> late = english.get(link.path());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body())
                .contains("can no longer be answered", "31 Jan 2026")
                .doesNotContain("<form");
        assertThat(english.followed(link.path(), english.post(link.path(), "satisfaction=5")))
                .as("sent after it ran out in an open window")
                .contains("can no longer be answered");

        jdbc.sql("update customer_questions set withdrawn_on = asked_on where code_hash = ?")
                .param(link.code().hash())
                .update();
        assertThat(english.get(link.path()).body()).contains("This question was withdrawn");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whoeverTriesAHundredCodesWaitsAndTheCustomerWithACodeDoesNot() {
        Customer office = new Customer(port, "127.0.21.4", "en");
        office.get(link.path());
        for (int i = 0; i < 100; i++) {
            office.get("/a/" + SecretCode.create().letters());
        }

        HttpResponse<String> next = office.get("/a/" + SecretCode.create().letters());

        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(Customer.all(next, "Retry-After")).containsExactly("900");
        assertThat(next.body()).contains("Please wait a little");
        assertThat(office.get(link.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void theLogOfRequestsHoldsNoCodeAndTheTrailNoAddress() throws IOException {
        english.get(link.path() + "?lang=en");
        english.get("/A/" + link.code().letters());
        english.post(link.path(), "satisfaction=5");
        english.get("/sign-in.css");
        // a request is written to the log after its answer, and before the next one of the same connection
        english.get("/answer.css");

        String lines = logged();
        assertThat(lines)
                .contains("GET /a/*?lang=en HTTP/1.1 /a/* 200", "POST /a/* HTTP/1.1 /a/* 303", "GET /sign-in.css")
                .doesNotContain(link.code().letters());
        assertThat(jdbc.sql("select count(*) from audit_records where object_kind = 'customer-answer'"
                                + " and request_id is not null and network is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static String logged() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private List<String> stored() {
        return jdbc.sql("select a.satisfaction, a.return_intention, a.remark from customer_answers a"
                        + " join customers c on c.id = a.customer_id where c.external_id = ?")
                .param(link.customer())
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    /** Of what was sold by whoever asked. */
    private Reading reading(Kpi kpi) {
        return Caller.asSystem(() -> kpis.read(kpi, KpiScope.of(anna), Period.month(LocalDate.now(clock)), null, null));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
