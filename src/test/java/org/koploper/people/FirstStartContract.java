package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.SetupCode;
import org.koploper.access.SetupCode.Answer;
import org.koploper.people.Founding.Administrator;
import org.koploper.people.Founding.House;
import org.koploper.people.Founding.Start;
import org.koploper.storage.HouseClock;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How the first person gets in: with the code of the log, once. */
@ExtendWith(OutputCaptureExtension.class)
abstract class FirstStartContract {

    private static final Pattern LINE = Pattern.compile("SET-UP at (\\S+/setup) with the code (\\S+)");
    private static final String PASSWORD = "lantern walrus bicycle thunder";

    /** Wrong codes are counted by address: every test types from one of its own. */
    private static final AtomicInteger PLACES = new AtomicInteger();

    @Autowired
    FirstStart first;

    @Autowired
    SetupLine line;

    @Autowired
    SetupCode code;

    @Autowired
    HouseClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder encoder;

    private List<Long> enabled = List.of();
    private Map<String, Object> organisation = Map.of();
    private String somewhere = "";

    /** The database is shared with other tests: what is there is put aside, and back afterwards. */
    @BeforeEach
    void asIfNobodyCouldSignIn() {
        enabled = jdbc.sql("select person_id from accounts where enabled = true")
                .query(Long.class)
                .list();
        organisation = jdbc.sql("select * from organisation").query().singleRow();
        jdbc.sql("update accounts set enabled = false").update();
        somewhere = "10.3.7." + PLACES.incrementAndGet();
    }

    @AfterEach
    void asBefore() {
        code.forget();
        List<Long> made = jdbc.sql("select id from persons where external_id like 'admin-%'")
                .query(Long.class)
                .list();
        for (long person : made) {
            jdbc.sql("delete from account_roles where person_id = ?")
                    .param(person)
                    .update();
            jdbc.sql("delete from accounts where person_id = ?").param(person).update();
            jdbc.sql("delete from persons where id = ?").param(person).update();
        }
        for (long person : enabled) {
            jdbc.sql("update accounts set enabled = true where person_id = ?")
                    .param(person)
                    .update();
        }
        jdbc.sql("update organisation set name = ?, currency = ?, country = ?, time_zone = ?, language_tag = ?")
                .params(
                        organisation.get("name"),
                        organisation.get("currency"),
                        organisation.get("country"),
                        organisation.get("time_zone"),
                        organisation.get("language_tag"))
                .update();
        clock.hang(HouseClock.USUAL);
    }

    private String start(CapturedOutput output) {
        int before = output.length();
        line.run(new DefaultApplicationArguments());
        Matcher printed = LINE.matcher(output.toString().substring(before));
        assertThat(printed.find()).as("a line in: " + output).isTrue();
        return printed.group(2);
    }

    private static Founding founding(String name, String username, String password) {
        return new Founding(
                Start.EMPTY,
                "nl-NL",
                new House("Acme", "NL", "EUR", ZoneId.of("Europe/London")),
                new Administrator(name, username, password));
    }

    private static Founding good() {
        return founding("Ada Alders", "Ada@acme.example", PASSWORD);
    }

    @Test
    void whoKnowsTheCodeSaysWhatTheOrganisationIsAndWhoAdministersIt(CapturedOutput output) {
        String typed = start(output);
        assertThat(typed.replace("-", "")).hasSize(16);
        assertThat(first.waits()).isTrue();
        assertThat(first.comesFirst()).isTrue();
        long records = records();

        first.complete(" " + typed.toUpperCase(java.util.Locale.ROOT).replace('-', ' '), somewhere, good());

        Map<String, Object> account = jdbc.sql("select a.*, p.name, p.email from accounts a join persons p"
                        + " on p.id = a.person_id where a.username = 'ada@acme.example'")
                .query()
                .singleRow();
        assertThat(encoder.matches(PASSWORD, String.valueOf(account.get("password_hash"))))
                .isTrue();
        assertThat(account)
                .containsEntry("must_change", false)
                .containsEntry("language_tag", "nl-NL")
                .containsEntry("name", "Ada Alders")
                .containsEntry("email", "Ada@acme.example");
        assertThat(jdbc.sql("select role from account_roles where person_id = ?")
                        .param(account.get("person_id"))
                        .query(String.class)
                        .list())
                .containsExactly("ADMIN");
        assertThat(jdbc.sql("select * from organisation").query().singleRow())
                .containsEntry("name", "Acme")
                .containsEntry("country", "NL")
                .containsEntry("currency", "EUR")
                .containsEntry("time_zone", "Europe/London")
                .containsEntry("language_tag", "nl-NL");
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(records() - records).as("one record of it").isEqualTo(1);
        assertThat(jdbc.sql("select after_state from audit_records where action = 'setup.completed'"
                                + " order by id desc fetch first 1 rows only")
                        .query(String.class)
                        .single())
                .contains("Acme", "Ada@acme.example")
                .doesNotContain(PASSWORD, typed);
    }

    @Test
    void theCodeIsWorthNothingOnceItWasUsed(CapturedOutput output) {
        String typed = start(output);
        first.complete(typed, somewhere, good());

        assertThat(first.waits()).isFalse();
        assertThat(first.enter(typed, somewhere)).isEqualTo(Answer.OVER);
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> first.complete(typed, somewhere, founding("Eve", "eve", PASSWORD)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("setup.over"));
        assertThat(accounts("eve")).isZero();

        int printed = output.length();
        line.run(new DefaultApplicationArguments());
        assertThat(output.toString().substring(printed)).isEmpty();
    }

    @Test
    void everyStartMakesACodeOfItsOwn(CapturedOutput output) {
        String before = start(output);
        String now = start(output);

        assertThat(first.enter(before, somewhere)).isEqualTo(Answer.WRONG);
        assertThat(first.enter(now, somewhere)).isEqualTo(Answer.RIGHT);
    }

    @Test
    void wrongCodesAreStoppedAndTheRightOneToo(CapturedOutput output) {
        String typed = start(output);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(first.enter("abcd-efgh-jkmn-pqrs", somewhere));
        }
        assertThat(answers).contains(Answer.WRONG, Answer.WAIT);
        assertThat(first.enter(typed, somewhere)).isEqualTo(Answer.WAIT);
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> first.complete(typed, somewhere, good()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("setup.code-wait"));
        assertThat(first.enter(typed, "192.0.2.7")).as("elsewhere").isEqualTo(Answer.RIGHT);
    }

    @Test
    void ofTwoWhoFinishAtTheSameMomentOneWins(CapturedOutput output) throws Exception {
        String typed = start(output);
        List<Founding> both = List.of(founding("Ada", "ada-one", PASSWORD), founding("Bea", "bea-two", PASSWORD));
        CyclicBarrier line = new CyclicBarrier(both.size());
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> runs = new ArrayList<>();
            for (Founding founding : both) {
                runs.add(threads.submit(() -> {
                    line.await();
                    first.complete(typed, somewhere, founding);
                    return true;
                }));
            }
            for (Future<?> run : runs) {
                try {
                    run.get();
                    won++;
                } catch (ExecutionException lost) {
                    assertThat(lost.getCause())
                            .isInstanceOfSatisfying(
                                    SetupRefused.class,
                                    refused -> assertThat(refused.key()).isEqualTo("setup.over"));
                }
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(accounts("ada-one") + accounts("bea-two")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ada, lantern walrus bicycle thunder, NAME, setup.name-missing",
        "Ada, ada alders, lantern walrus bicycle thunder, USERNAME, account-refused.name-unusable",
        "Ada, ada, short, PASSWORD, password.too-short",
        "Ada, ada, aaaaaaaaaaaa, PASSWORD, password.easy"
    })
    void anAnswerThatCannotBeUsedIsNamedAndNothingIsChanged(
            String name,
            String username,
            String password,
            SetupRefused.About about,
            String key,
            CapturedOutput output) {
        String typed = start(output);

        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> first.complete(typed, somewhere, founding(name, username, password)))
                .satisfies(refused -> {
                    assertThat(refused.about()).isEqualTo(about);
                    assertThat(refused.key()).isEqualTo(key);
                });
        assertThat(first.waits()).isTrue();
        assertThat(jdbc.sql("select name from organisation").query(String.class).single())
                .isNotEqualTo("Acme");
    }

    @Test
    void withoutTheCodeNothingIsToldAndNothingDone(CapturedOutput output) {
        start(output);
        String wrong = "abcd-efgh-jkmn-pqrs";

        assertThatThrownBy(() -> first.strength(wrong, somewhere, good().administrator()))
                .isInstanceOf(SetupRefused.class);
        assertThatThrownBy(() -> first.demoFits(wrong, somewhere)).isInstanceOf(SetupRefused.class);
        assertThatThrownBy(() -> first.complete(wrong, somewhere, good())).isInstanceOf(SetupRefused.class);
        assertThat(first.waits()).isTrue();
    }

    private int accounts(String username) {
        return jdbc.sql("select count(*) from accounts where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    private long records() {
        return jdbc.sql("select count(*) from audit_records").query(Long.class).single();
    }

    @OnHsqldb
    static class OnHsqldbTest extends FirstStartContract {}

    @OnPostgres
    static class OnPostgresTest extends FirstStartContract {}
}
