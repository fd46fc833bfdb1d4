package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.notice.Choices.Choice;
import org.koploper.notice.MailDesk.Answer;
import org.koploper.notice.MailDesk.Tried;
import org.koploper.notice.MailDesk.Way;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** Whether mail works, in words that say what to do, over real SMTP; and what was not sent, without what stands in it. */
abstract class MailDeskContract extends MailScene {

    private static final MailSettings SETTINGS =
            new MailSettings("127.0.0.1", "koploper@example.org", "https://sales.example.org");

    @Autowired
    Environment environment;

    @Autowired
    Trail trail;

    Postman postman;
    MailDesk desk;
    PersonId admin;

    @BeforeEach
    void prepare() throws IOException {
        postman = new Postman(
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class),
                SETTINGS,
                writer);
        desk = new MailDesk(SETTINGS, postman, addresses, environment, jdbc, ids, clock, trail, transaction);
        jdbc.sql("update notices set mail_state = 'NONE', mailed_at = null").update();
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, email, version) values (?, ?, 'Ada Admin', ?, 0)")
                .params(id, "MD" + id, "ada" + id + "@example.org")
                .update();
        jdbc.sql(
                        "insert into accounts (person_id, username, password_hash, must_change, enabled, language_tag, version)"
                                + " values (?, ?, 'x', false, true, 'en-GB', 0)")
                .params(id, "md" + id)
                .update();
        admin = new PersonId(id);
    }

    private <T> T asAdmin(Supplier<T> work) {
        return As.user(admin, Set.of(Role.ADMIN), work);
    }

    private void tellAtOnce() {
        choices.keep(admin, choices.of(admin).with(NoticeKind.DEAL, new Choice(true, MailMode.AT_ONCE)));
        NoticeDesk notices = new NoticeDesk(bulk, json, ids, clock, names, live, SETTINGS);
        NewNotice notice = new NewNotice(
                admin, NoticeKind.DEAL, "deal-won", List.of("Secret deal"), "2026-11", "o" + ids.next(), 1);
        transaction.executeWithoutResult(status -> notices.tell(List.of(notice), null, null));
        clock.after(NoticeDesk.SETTLED);
    }

    private int run() {
        return new MailRun(rows, choices, addresses, postman, calendars, clock).run();
    }

    private Tried only() {
        return desk.tried(10).getFirst();
    }

    @Test
    void aTestGoesToWhoAsksAndSaysThatTheServerTookIt() throws Exception {
        Answer answer = asAdmin(desk::test);

        assertThat(answer.fault()).isNull();
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Test from Koploper");
        assertThat(received[0].getAllRecipients()[0]).hasToString("ada" + admin + "@example.org");
        assertThat(jdbc.sql("select count(*) from audit_records where action = 'mail.tested' and actor_id = ?")
                        .param(admin.value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aServerThatIsAwayIsSaidToBeAway() {
        server.stop();
        assertThat(asAdmin(desk::test).fault()).isEqualTo(MailFault.UNREACHABLE);
        sender.setHost("no-such-host.invalid");
        assertThat(asAdmin(desk::test).fault()).isEqualTo(MailFault.UNREACHABLE);
    }

    @Test
    void aWrongPasswordIsSaidToBeWrongAndStandsNowhere() {
        server.setUser("koploper@example.org", "koploper", "right");
        sender.setUsername("koploper");
        sender.setPassword("wrong-password");
        Answer answer = asAdmin(desk::test);

        assertThat(answer.fault()).isEqualTo(MailFault.SIGN_IN_REFUSED);
        assertThat(answer.words()).isNotBlank().doesNotContain("wrong-password");
        assertThat(desk.setUp().toString()).doesNotContain("wrong-password");
    }

    @Test
    void whatDidNotLeaveIsListedWithItsReasonAndLeavesWhenItIsTriedAgain() {
        tellAtOnce();
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(run()).isZero();

        assertThat(only().fault()).isEqualTo(MailFault.UNREACHABLE);
        assertThat(only().way()).isEqualTo(Way.UNDER_WAY);
        assertThat(only().person()).isEqualTo("Ada Admin");
        assertThat(only().toString()).doesNotContain("Secret deal");
        assertThat(desk.queue().later()).isOne();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        assertThat(run()).as("it waits").isZero();
        assertThat(asAdmin(() -> desk.retry(only().id()))).isTrue();

        assertThat(run()).isOne();
        assertThat(only().way()).isEqualTo(Way.SENT);
        assertThat(only().fault()).isNull();
        assertThat(desk.queue().lastSent()).isEqualTo(clock.instant());
        assertThat(asAdmin(() -> desk.retry(only().id())))
                .as("what left is not sent twice")
                .isFalse();
    }

    @Test
    void whatWasGivenUpCanStillBeTriedAgain() {
        tellAtOnce();
        jdbc.sql("update notices set mail_state = 'FAILED', mail_tries = 12, mailed_at = ?, mail_fault = 'REFUSED'"
                        + " where person_id = ?")
                .params(Moments.utc(clock.instant()), admin.value())
                .update();
        assertThat(desk.queue().givenUp()).isPositive();
        assertThat(asAdmin(() -> desk.retry(only().id()))).isTrue();
        assertThat(run()).isOne();
    }

    @OnHsqldb
    static class OnHsqldbTest extends MailDeskContract {}

    @OnPostgres
    static class OnPostgresTest extends MailDeskContract {}
}
