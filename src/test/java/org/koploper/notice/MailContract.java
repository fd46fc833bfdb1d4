package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.notice.Choices.Choice;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

/** What leaves by mail, when, in which words; over real SMTP to a server that can be down. */
abstract class MailContract extends MailScene {

    @Autowired
    Notices notices;

    NoticeDesk desk;
    PersonId an;

    @BeforeEach
    void prepare() {
        jdbc.sql("update notices set mail_state = 'NONE'").update();
        desk = new NoticeDesk(bulk, json, ids, clock, names, live, settings("https://sales.example.org/"));
        an = person("en-GB");
    }

    private static MailSettings settings(String baseUrl) {
        return new MailSettings("127.0.0.1", "koploper@example.org", baseUrl);
    }

    private MailRun node() {
        var senders = new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class);
        try {
            Postman postman = new Postman(senders, settings("https://sales.example.org/"), writer);
            return new MailRun(rows, choices, addresses, postman, calendars, clock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PersonId person(String language) {
        long id = ids.next();
        jdbc.sql(
                        "insert into persons (id, external_id, name, email, country, version) values (?, ?, 'Secret Name', ?, 'BE', 0)")
                .params(id, "M" + id, "m" + id + "@example.org")
                .update();
        jdbc.sql(
                        "insert into accounts (person_id, username, password_hash, must_change, enabled, language_tag, version)"
                                + " values (?, ?, 'x', false, true, ?, 0)")
                .params(id, "m" + id, language)
                .update();
        return new PersonId(id);
    }

    private void tell(PersonId person, NoticeKind kind, String sentence, String... args) {
        NewNotice notice = new NewNotice(person, kind, sentence, List.of(args), "2026-11", "o" + ids.next(), 1);
        transaction.executeWithoutResult(status -> desk.tell(List.of(notice), null, null));
    }

    private void choose(PersonId person, NoticeKind kind, MailMode mode) {
        choices.keep(person, choices.of(person).with(kind, new Choice(true, mode)));
    }

    private List<MimeMessage> received(PersonId person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message ->
                        GreenMailUtil.getAddressList(recipients(message)).contains("m" + person + "@"))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(MimeMessage message) {
        try {
            return message.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String state(PersonId person) {
        return jdbc.sql("select mail_state from notices where person_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    void aMailAtOnceSaysItInTwoFormsWithOneLinkAndNothingAboutAnybodyInItsSubject() throws Exception {
        choose(an, NoticeKind.DEAL, MailMode.AT_ONCE);
        tell(an, NoticeKind.DEAL, "deal-won", "Heating <b>for</b> Peeters & co");
        assertThat(node().run()).as("it settles first").isZero();
        clock.after(NoticeDesk.SETTLED);

        assertThat(node().run()).isOne();
        assertThat(node().run()).isZero();

        MimeMessage mail = received(an).getFirst();
        String raw = GreenMailUtil.getWholeMessage(mail);
        long id = jdbc.sql("select id from notices where person_id = ?")
                .param(an.value())
                .query(Long.class)
                .single();
        assertThat(mail.getSubject()).isEqualTo("News about a deal");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(mail, "text/plain"))
                .contains("The deal Heating <b>for</b> Peeters & co was won in your name.")
                .contains("Open in Koploper: https://sales.example.org/notices/" + id);
        assertThat(text(mail, "text/html"))
                .contains("Heating &lt;b&gt;for&lt;/b&gt; Peeters &amp; co")
                .containsOnlyOnce("<a ")
                .doesNotContain("<img", "<script", "<link");
        assertThat(raw).doesNotContain("Secret Name");
    }

    private static String text(jakarta.mail.Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        StringBuilder all = new StringBuilder();
        if (part.getContent() instanceof jakarta.mail.Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                all.append(text(many.getBodyPart(i), type));
            }
        }
        return all.toString();
    }

    @Test
    void theDigestComesAtEightInTheLanguageOfTheReceiverWithAllOfTheDayAndNoAmount() throws Exception {
        PersonId els = person("nl-BE");
        tell(els, NoticeKind.STATEMENT, "statement-changed", "2026-10");
        tell(els, NoticeKind.PLAN, "plan-assigned", "Jaarplan", "2026-12-01");
        clock.to("2026-11-26T07:59");
        assertThat(node().run()).isZero();
        clock.to("2026-11-26T08:00");

        assertThat(node().run()).isOne();

        MimeMessage mail = received(els).getFirst();
        assertThat(mail.getSubject()).isEqualTo("2 nieuwe meldingen");
        assertThat(text(mail, "text/plain"))
                .contains(
                        "- Je afrekening van oktober 2026 is gewijzigd.",
                        "- Je hebt het plan Jaarplan vanaf 1 dec 2026.")
                .contains("https://sales.example.org/notices")
                .doesNotContain("€");
    }

    @Test
    void inQuietHoursAMailWaitsAndThenLeavesOnce() {
        choose(an, NoticeKind.DEAL, MailMode.AT_ONCE);
        clock.to("2026-11-27T18:59");
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        tell(an, NoticeKind.DEAL, "deal-changed", "D-2");
        for (String quiet : List.of("2026-11-27T19:02", "2026-11-28T12:00", "2026-11-29T23:59", "2026-11-30T06:59")) {
            clock.to(quiet);
            assertThat(node().run()).as(quiet).isZero();
        }
        clock.to("2026-11-30T07:00");

        assertThat(node().run()).isOne();
        assertThat(received(an)).hasSize(1);
    }

    @Test
    void theDigestOfAWeekendComesOnMondayOnce() {
        clock.to("2026-11-28T12:00");
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        clock.to("2026-11-30T07:30");
        assertThat(node().run()).isZero();
        clock.to("2026-11-30T08:00");
        assertThat(node().run()).isOne();
    }

    @Test
    void whatIsAboutTheAccountIsMailedAtOnceAtAnyHourAlsoToWhoIsLockedOut() {
        clock.to("2026-11-29T03:00");
        jdbc.sql("update accounts set enabled = false where person_id = ?")
                .param(an.value())
                .update();
        choices.keep(an, choices.of(an).with(NoticeKind.SECURITY, new Choice(false, MailMode.OFF)));
        tell(an, NoticeKind.SECURITY, "security-locked");

        assertThat(node().run()).isOne();
        assertThat(received(an)).hasSize(1);
    }

    @Test
    void whatWasReadOrIsNotWantedOrBelongsToALockedAccountIsNotMailed() {
        PersonId off = person("en-GB");
        PersonId locked = person("en-GB");
        choose(off, NoticeKind.DEAL, MailMode.OFF);
        for (PersonId person : List.of(an, off, locked)) {
            tell(person, NoticeKind.DEAL, "deal-won", "D-1");
        }
        jdbc.sql("update accounts set enabled = false where person_id = ?")
                .param(locked.value())
                .update();
        As.user(an, Set.of(Role.REP), notices::readAll);
        clock.to("2026-11-26T08:00");

        assertThat(node().run()).isZero();
        assertThat(List.of(an, off, locked)).allMatch(person -> state(person).equals("NONE"));
    }

    @Test
    void aServerThatIsDownGetsTheMailOnceWhenItIsUpAgain() {
        choose(an, NoticeKind.DEAL, MailMode.AT_ONCE);
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        clock.after(NoticeDesk.SETTLED);
        int port = server.getSmtp().getPort();
        server.stop();
        assertThat(node().run()).isZero();
        assertThat(state(an)).isEqualTo("WAITING");
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        assertThat(node().run()).as("it backs off").isZero();
        clock.after(Duration.ofMinutes(1));

        assertThat(node().run()).isOne();
        assertThat(node().run()).isZero();
        assertThat(received(an)).hasSize(1);
    }

    @Test
    void aMailIsGivenUpAfterEnoughTries() {
        choices.keep(
                an,
                choices.of(an)
                        .with(NoticeKind.DEAL, new Choice(true, MailMode.AT_ONCE))
                        .with(new Quiet(LocalTime.MIN, LocalTime.MIN, false, false)));
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        server.stop();
        for (int i = 0; i < MailRun.MOST_TRIES; i++) {
            assertThat(state(an)).isEqualTo("WAITING");
            clock.after(Duration.ofHours(6));
            node().run();
        }
        assertThat(state(an)).isEqualTo("FAILED");
    }

    @Test
    void twoNodesAtTheSameMomentSendItOnce() throws Exception {
        choose(an, NoticeKind.DEAL, MailMode.AT_ONCE);
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        clock.after(NoticeDesk.SETTLED);
        CountDownLatch ready = new CountDownLatch(4);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> run = () -> {
                MailRun node = node();
                ready.countDown();
                ready.await();
                return node.run();
            };
            int sent = 0;
            for (Future<Integer> one : threads.invokeAll(List.of(run, run, run, run))) {
                sent += one.get();
            }
            assertThat(sent).isOne();
        }
        assertThat(received(an)).hasSize(1);
    }

    @Test
    void whatADeadNodeHadClaimedIsSentByAnotherOneLater() {
        choose(an, NoticeKind.DEAL, MailMode.AT_ONCE);
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");
        clock.after(NoticeDesk.SETTLED);
        rows.claim(
                rows.waiting(an, clock.instant()).stream()
                        .map(one -> one.notice().id())
                        .toList(),
                clock.instant());
        assertThat(node().run()).isZero();
        clock.after(MailRun.LEASE);

        assertThat(node().run()).isOne();
    }

    @Test
    void withoutServerSenderOrAddressOfTheProductNothingIsKeptForMailing() {
        desk = new NoticeDesk(bulk, json, ids, clock, names, live, settings(""));
        tell(an, NoticeKind.DEAL, "deal-won", "D-1");

        assertThat(state(an)).isEqualTo("NONE");
        assertThat(new MailSettings("", "a@example.org", "https://x").on()).isFalse();
        assertThat(new MailSettings("mail", "", "https://x").on()).isFalse();
        assertThat(new MailSettings("mail", "a@example.org", "https://x").on()).isTrue();
    }

    @OnHsqldb
    static class OnHsqldbTest extends MailContract {}

    @OnPostgres
    static class OnPostgresTest extends MailContract {}
}
