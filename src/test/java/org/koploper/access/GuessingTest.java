package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attackers who guess, over HTTP, each from an address of their own. */
@OnDemo
class GuessingTest {

    private static final String PASSWORD = "a password for this test";
    private static final int MANY = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SignInLocks locks;

    @Autowired
    Attempts attempts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private PersonId person;
    private String username;

    @BeforeEach
    void anAccount() {
        person = new PersonId(ids.next());
        username = "guessed-" + person;
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), username, username)
                .update();
        Caller.asSystem(() -> accounts.open(person, username, PASSWORD, false, Set.of(Role.REP)));
    }

    @Test
    void tenThousandGuessesAtOneNameAreStoppedAfterAFewAndTheRightOneDoesNotBreakTheLock() throws Exception {
        Client attacker = new Client(port, "127.0.1.1");
        String csrf = attacker.csrf();

        Map<String, Long> answers = flood(i -> attacker.signIn(username, "guess " + i, csrf)
                .headers()
                .firstValue("Location")
                .orElse(""));

        System.out.println("Sign-in form, " + MANY + " guesses at one name: " + answers);
        assertThat(answers.keySet()).containsExactlyInAnyOrder("/sign-in?error", "/sign-in?wait");
        assertThat(answers.get("/sign-in?error")).isLessThanOrEqualTo(Attempts.LOCKS_AT);
        lock(username, "127.0.1.1");
        assertThat(attacker.signIn(username, PASSWORD).headers().firstValue("Location"))
                .hasValue("/sign-in?wait");
        Client owner = new Client(port, "127.0.1.2");
        assertThat(owner.signIn(username, PASSWORD).headers().firstValue("Location"))
                .hasValue("/");
        assertThat(attempts.size()).isLessThanOrEqualTo(4 * Attempts.BOUND);
    }

    @Test
    void tenThousandNamesFromOneAddressAreStopped() throws Exception {
        Client attacker = new Client(port, "127.0.2.1");
        String csrf = attacker.csrf();

        Map<String, Long> answers = flood(i -> attacker.signIn("name" + i, PASSWORD, csrf)
                .headers()
                .firstValue("Location")
                .orElse(""));

        System.out.println("Sign-in form, " + MANY + " names from one address: " + answers);
        assertThat(answers.get("/sign-in?error")).isLessThanOrEqualTo(Attempts.LOCKS_ALL_AT + 64L);
        assertThat(trail("sign-in.address-locked", "127.0.2.…")).isEqualTo(1);
    }

    @Test
    void tenThousandTokensFromOneAddressAreStoppedAndTheOneInUseThereStillWorks() throws Exception {
        Client attacker = new Client(port, "127.0.3.1");
        String good = Caller.asSystem(() -> tokens.issue("in use", Set.of(Scope.IMPORTS), null));
        assertThat(imports(attacker, good)).isEqualTo(200);

        Map<Integer, Long> answers = flood(i -> imports(attacker, "kp_guess_" + i));

        System.out.println("API, " + MANY + " tokens from one address: " + answers);
        assertThat(answers.keySet()).containsExactlyInAnyOrder(401, 429);
        assertThat(answers.get(401)).isLessThanOrEqualTo(Attempts.LOCKS_ALL_AT + 64L);
        assertThat(imports(attacker, good)).isEqualTo(200);
        assertThat(imports(attacker, "a-token-for-tests-that-is-long-enough")).isEqualTo(429);
        assertThat(imports(new Client(port, "127.0.3.2"), "a-token-for-tests-that-is-long-enough"))
                .isEqualTo(200);
    }

    @Test
    void knownUnknownAndBlockedNamesGetTheSameAnswersByteForByte() {
        PersonId blocked = person;
        String blockedName = username;
        Caller.asSystem(() -> accounts.enable(blocked, false));
        anAccount();

        List<String> known = answers("127.0.4.1", username);
        List<String> unknown = answers("127.0.4.2", "nobody-at-all");
        List<String> shut = answers("127.0.4.3", blockedName);

        assertThat(known).hasSize(5).isEqualTo(unknown).isEqualTo(shut);
        assertThat(known.getFirst()).contains("do not belong together");
        assertThat(known.getLast()).contains("Too many tries");
    }

    @Test
    void anAddressMadeUpInAHeaderDoesNotHelp() {
        Client attacker = new Client(port, "127.0.5.1");
        String csrf = attacker.csrf();
        lock(username, "127.0.5.1");
        String form = "username=" + username + "&password=x&_csrf=" + csrf;
        String last = attacker.send(attacker.request("/sign-in")
                        .header("X-Forwarded-For", "198.51.100.1")
                        .header("Forwarded", "for=198.51.100.1")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form)))
                .headers()
                .firstValue("Location")
                .orElse("");
        assertThat(last).isEqualTo("/sign-in?wait");
    }

    @Test
    void anAdministratorLiftsTheLockAndTheTrailTellsBoth() {
        Client attacker = new Client(port, "127.0.6.1");
        lock(username, "127.0.6.1");
        assertThat(attacker.signIn(username, PASSWORD).headers().firstValue("Location"))
                .hasValue("/sign-in?wait");

        asAdministrator(() -> {
            assertThat(locks.isLocked(person)).isTrue();
            locks.lift(person);
            return true;
        });

        assertThat(attacker.signIn(username, PASSWORD).headers().firstValue("Location"))
                .hasValue("/");
        assertThat(trail("account.unlocked", null)).isPositive();
    }

    @Test
    void theCurrentPasswordCannotBeGuessedFromAnOpenSession() {
        List<String> answers = new ArrayList<>();
        CurrentUser self = new CurrentUser(person, username, Set.of(Role.REP), false);
        for (int i = 0; i < 20; i++) {
            int guess = i;
            answers.add(Caller.as(
                    self,
                    List.of(),
                    () -> accounts.changeOwnPassword("guess " + guess, "fiets lamp zeewier")
                            .orElse("changed")));
        }
        assertThat(answers.subList(0, Attempts.FREE)).containsOnly("password.current-wrong");
        assertThat(answers).filteredOn("password.current-wrong"::equals).hasSizeLessThanOrEqualTo(Attempts.LOCKS_AT);
        lock("own password of " + person, "");
        assertThat(Caller.as(self, List.of(), () -> accounts.changeOwnPassword(PASSWORD, "fiets lamp zeewier")))
                .contains("password.wait");
    }

    private void lock(String name, String from) {
        for (int i = 0; i < Attempts.LOCKS_AT; i++) {
            attempts.wrong(name, from);
        }
    }

    private List<String> answers(String from, String name) {
        Client client = new Client(port, from);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (i == 4) {
                lock(name, from);
            }
            HttpResponse<String> answer = client.signIn(name, "wrong " + i);
            String page = client.get(answer.headers().firstValue("Location").orElseThrow() + "&lang=en")
                    .body();
            answers.add(answer.statusCode()
                    + " "
                    + answer.headers().map().entrySet().stream()
                            .filter(header -> !Set.of("date", "set-cookie", "x-request-id")
                                    .contains(header.getKey().toLowerCase()))
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining("\n"))
                    + page.replaceAll("(name=\"_csrf\"[^>]*value=\")[^\"]+", "$1"));
        }
        return answers;
    }

    private int imports(Client client, String token) {
        return client.send(client.request("/api/v1/imports?limit=1").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    private static <T> Map<T, Long> flood(IntFunction<T> attempt) throws Exception {
        Semaphore atOnce = new Semaphore(32);
        List<Future<T>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                int number = i;
                all.add(threads.submit((Callable<T>) () -> {
                    atOnce.acquire();
                    try {
                        return attempt.apply(number);
                    } finally {
                        atOnce.release();
                    }
                }));
            }
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> one : all) {
            answers.add(one.get());
        }
        return answers.stream().collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }

    private <T> T asAdministrator(Supplier<T> work) {
        return Caller.as(
                new CurrentUser(person, "test", Set.of(Role.ADMIN), false),
                org.springframework.security.core.authority.AuthorityUtils.createAuthorityList("ROLE_ADMIN"),
                work);
    }

    private int trail(String action, String after) {
        return jdbc.sql("select count(*) from audit_records where action = :action"
                        + " and (cast(:after as varchar(100)) is null or after_state = :after)")
                .param("action", action)
                .param("after", after)
                .query(Integer.class)
                .single();
    }
}
