package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.storage.Ids;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Signing in with the company's account, against a provider that speaks OpenID Connect; passwords let in who administers. */
@OnEmpty
@TestPropertySource(
        properties = {
            "koploper.sign-in.passwords=false",
            "koploper.sign-in.mail-trusted=tenant",
            "spring.security.oauth2.client.registration.company.client-name=Voorbeeld <BV>"
        })
class CompanySignInTest {

    private static final String PASSWORD = "a password for this test";
    private static final CompanyServer PROVIDER = new CompanyServer();
    private static final AtomicInteger PLACE = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SessionTable table;

    @Autowired
    IdleLimit limit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private PersonId person;
    private String mail;
    private Client browser;

    @DynamicPropertySource
    static void registrations(DynamicPropertyRegistry settings) {
        for (String realm : new String[] {"company", "tenant", "late"}) {
            String registration = "spring.security.oauth2.client.registration." + realm;
            settings.add(registration + ".client-id", () -> CompanyServer.CLIENT);
            settings.add(registration + ".client-secret", () -> CompanyServer.SECRET);
            settings.add(
                    "spring.security.oauth2.client.provider." + realm + ".issuer-uri", () -> PROVIDER.issuer(realm));
        }
    }

    @AfterAll
    static void closed() {
        PROVIDER.close();
    }

    @BeforeEach
    void anAccount() {
        account(Role.REP);
    }

    private void account(Role role) {
        person = new PersonId(ids.next());
        mail = "an-" + person + "@voorbeeld.example";
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), mail, mail)
                .update();
        Caller.asSystem(() -> accounts.open(person, mail, PASSWORD, true, Set.of(role)));
        browser = new Client(port, "127.0.11." + PLACE.incrementAndGet());
        PROVIDER.knows(mail);
    }

    @Test
    void thePageOffersEveryProviderByItsName() {
        assertThat(browser.get("/sign-in?lang=en&continue=%2Fteam%3Fp%3D2026-11")
                        .body())
                .contains(
                        "href=\"oauth2/authorization/company?continue&#x3D;%2Fteam%3Fp%3D2026-11\">Sign in with Voorbeeld &lt;BV&gt;</a>",
                        ">Sign in with Tenant</a>");
    }

    @Test
    void whomTheProviderVouchesForIsSignedInAsWithAPassword() {
        browser.get("/sign-in");
        String before = browser.cookies();

        HttpResponse<String> answer = signInWith("company", "");

        assertThat(place(answer)).isEqualTo("/");
        assertThat(browser.cookies()).isNotEqualTo(before);
        assertThat(browser.get("/my/month").statusCode()).isEqualTo(200);
        assertThat(table.of(person)).hasSize(1);
        // who never saw the password that was made need not change it
        assertThat(preferences().mustChangePassword()).isFalse();
    }

    /** As the session of the person sees them. */
    private Accounts.Preferences preferences() {
        browser.get("/my/month");
        var session = table.of(person).getFirst().session;
        SecurityContextHolder.setContext((SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
        try {
            assertThat(Caller.now())
                    .isEqualTo(new CurrentUser(person, mail, Caller.now().roles(), false));
            return accounts.preferences();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void theAddressIsComparedWhateverItsCase() {
        PROVIDER.claims.put("email", mail.toUpperCase(java.util.Locale.ROOT));

        assertThat(place(signInWith("company", ""))).isEqualTo("/");
    }

    @Test
    void lettersThatOnlyLookTheSameWhenMadeSmallAreNotTheSame() {
        PROVIDER.claims.put("email", mail.replace("voorbeeld", "\u212Aoorbeeld"));

        assertThat(place(signInWith("company", ""))).isEqualTo("/sign-in?unverified");
    }

    @Test
    void anAddressThatOnlyTheSecondAnswerTellsCountsToo() {
        PROVIDER.further.putAll(PROVIDER.claims);
        PROVIDER.claims.remove("email");
        PROVIDER.claims.remove("email_verified");

        assertThat(place(signInWith("company", ""))).isEqualTo("/");

        PROVIDER.further.put("sub", "somebody-else");
        assertThat(place(signInWith("company", ""))).isEqualTo("/sign-in?unreachable");
    }

    @Test
    void whoAskedForAScreenComesToItAndNowhereElse() {
        assertThat(place(signInWith("company", "?continue=%2Fteam%3Fp%3D2026-11")))
                .isEqualTo("/team?p=2026-11");
        assertThat(place(signInWith("company", "?continue=%2F%2Fevil.example"))).isEqualTo("/");
    }

    @Test
    void aBlockedAccountALostRoleAndDoingNothingEndTheSession() {
        signInWith("company", "");
        Caller.asSystem(() -> accounts.give(person, Set.of(Role.REP), Set.of(Role.HR), null));
        assertThat(browser.get("/my/month").statusCode()).isEqualTo(302);

        signInWith("company", "");
        browser.get("/records");
        table.of(person).getFirst().acted = Instant.now().minus(limit.limit()).minusSeconds(1);
        assertThat(browser.get("/records").statusCode()).isEqualTo(302);

        signInWith("company", "");
        Caller.asSystem(() -> accounts.enable(person, false));
        assertThat(browser.get("/records").statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyCanTellAnAccountThatIsBlockedFromOneThatIsMissing() {
        Caller.asSystem(() -> accounts.enable(person, false));
        HttpResponse<String> blocked = signInWith("company", "?continue=%2Fteam");
        PROVIDER.knows("nobody@voorbeeld.example");
        HttpResponse<String> missing = signInWith("company", "?continue=%2Fteam");

        assertThat(place(blocked)).isEqualTo("/sign-in?refused&continue=%2Fteam");
        assertThat(place(missing)).isEqualTo(place(blocked));
        assertThat(jdbc.sql("select count(*) from accounts where username = 'nobody@voorbeeld.example'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.get("/sign-in?refused&lang=nl").body()).contains("laat je hier niet binnen");
    }

    @Test
    void anAddressThatNobodyCheckedIsNoProof() {
        PROVIDER.claims.put("email_verified", false);
        assertThat(place(signInWith("company", ""))).isEqualTo("/sign-in?unverified");
        assertThat(place(signInWith("tenant", ""))).isEqualTo("/sign-in?unverified");

        PROVIDER.claims.remove("email_verified");
        assertThat(place(signInWith("company", ""))).isEqualTo("/sign-in?unverified");
        // this one is trusted by a setting
        assertThat(place(signInWith("tenant", ""))).isEqualTo("/");

        PROVIDER.claims.remove("email");
        assertThat(place(signInWith("tenant", ""))).isEqualTo("/sign-in?unreachable");
    }

    @Test
    void anAnswerThatWasNotAskedForHereSignsNobodyIn() {
        URI callback = callback("company", "");
        String code = callback.getQuery().replaceAll(".*code=([^&]+).*", "$1");

        assertThat(place(go(URI.create(callback.toString().replaceAll("state=[^&]+", "state=forged")))))
                .isEqualTo("/sign-in?again");
        // in a browser that never went there
        Client other = new Client(port, "127.0.11.250");
        assertThat(place(go(other, callback))).isEqualTo("/sign-in?again");
        // somebody else's code in an answer that was asked for
        URI mine = callback("company", "");
        assertThat(place(go(URI.create(mine.toString().replaceAll("code=[^&]+", "code=" + code)))))
                .isEqualTo("/sign-in?unreachable");
        assertThat(place(browser.get("/login/oauth2/code/company"))).isEqualTo("/sign-in?again");
        assertThat(browser.get("/my/month").statusCode()).isEqualTo(302);
    }

    @Test
    void theSameAnswerCountsOnce() {
        URI callback = callback("company", "");
        assertThat(place(go(callback))).isEqualTo("/");
        browser = new Client(port, "127.0.11.251");

        assertThat(place(go(callback))).isEqualTo("/sign-in?again");
    }

    @ParameterizedTest
    @EnumSource(Forged.class)
    void aForgedTokenSignsNobodyIn(Forged forged) {
        forged.make();

        assertThat(place(signInWith("company", ""))).startsWith("/sign-in?").doesNotContain("refused");
        assertThat(browser.get("/my/month").statusCode()).isEqualTo(302);
    }

    /** What may be wrong with a token. */
    enum Forged {
        NONCE {
            @Override
            void make() {
                PROVIDER.claims.put("nonce", "another one");
            }
        },
        NO_NONCE {
            @Override
            void make() {
                PROVIDER.claims.put("nonce", null);
            }
        },
        AUDIENCE {
            @Override
            void make() {
                PROVIDER.claims.put("aud", "another client");
            }
        },
        ISSUER {
            @Override
            void make() {
                PROVIDER.claims.put("iss", PROVIDER.issuer("tenant"));
            }
        },
        EXPIRED {
            @Override
            void make() {
                PROVIDER.claims.put("exp", Date.from(Instant.now().minusSeconds(600)));
                PROVIDER.claims.put("iat", Date.from(Instant.now().minusSeconds(900)));
            }
        },
        SIGNED_BY_SOMEBODY {
            @Override
            void make() {
                PROVIDER.signsWith = CompanyServer.key();
            }
        };

        abstract void make();
    }

    @Test
    void whoStopsAtTheProviderIsBackOnThePageWithTheAddress() {
        PROVIDER.error = "access_denied";

        assertThat(place(signInWith("company", "?continue=%2Fteam"))).isEqualTo("/sign-in?cancelled&continue=%2Fteam");
        assertThat(browser.get("/sign-in?cancelled&lang=en").body()).contains("was cancelled");
    }

    @Test
    void aProviderThatIsDownIsSaidAndAskedAgain() {
        PROVIDER.down = true;
        assertThat(place(browser.get("/oauth2/authorization/late?continue=%2Fteam")))
                .isEqualTo("/sign-in?unreachable&continue=%2Fteam");

        PROVIDER.down = false;
        assertThat(place(signInWith("late", ""))).isEqualTo("/");

        URI callback = callback("late", "");
        PROVIDER.down = true;
        assertThat(place(go(callback))).isEqualTo("/sign-in?unreachable");
        assertThat(place(browser.get("/oauth2/authorization/nobody"))).isEqualTo("/sign-in?unreachable");
    }

    @Test
    void aNameThatIsLockedWaitsHereToo() {
        for (int i = 0; i < Attempts.LOCKS_ALL_AT; i++) {
            new Client(port, "127.0.12." + (i + 1)).signIn(mail, "wrong");
        }

        assertThat(place(signInWith("company", ""))).isEqualTo("/sign-in?wait");
    }

    @Test
    void passwordsLetInWhoAdministersAndNobodyElse() {
        assertThat(place(browser.signIn(mail, PASSWORD))).isEqualTo("/sign-in?error");

        account(Role.ADMIN);
        assertThat(place(browser.signIn(mail, PASSWORD))).isEqualTo("/");
        assertThat(browser.get("/accounts").statusCode()).isEqualTo(200);
        assertThat(preferences().mustChangePassword()).isTrue();
    }

    @Test
    void theFieldsForAPasswordStandBehindALink() {
        assertThat(browser.get("/sign-in?lang=en&continue=%2Fteam").body())
                .doesNotContain("type=\"password\"")
                .contains("href=\"sign-in?password&amp;continue&#x3D;%2Fteam\"");
        assertThat(browser.get("/sign-in?password").body()).contains("type=\"password\"");
        assertThat(browser.get("/sign-in?error").body()).contains("type=\"password\"");
    }

    private HttpResponse<String> signInWith(String registration, String more) {
        return go(callback(registration, more));
    }

    /** Goes to the provider; answers with what address that sends the browser back to. */
    private URI callback(String registration, String more) {
        URI there = URI.create(place(browser.get("/oauth2/authorization/" + registration + more)));
        assertThat(there.toString()).startsWith(PROVIDER.issuer(registration));
        return URI.create(place(go(there)));
    }

    private HttpResponse<String> go(URI address) {
        return go(browser, address);
    }

    private static HttpResponse<String> go(Client client, URI address) {
        try {
            return client.http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }
}
