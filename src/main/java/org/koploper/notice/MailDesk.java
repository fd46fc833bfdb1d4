package org.koploper.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.notice.Addresses.Receiver;
import org.koploper.storage.Ids;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail, for whoever keeps it running: how it is set up, whether it works, what did not leave and why. Never what stands in it. */
@Service
public class MailDesk {

    private static final String ADMIN = "hasAnyRole('ADMIN')";
    private static final Trail.Subject MAIL = new Trail.Subject("mail", "1", "Koploper");

    private final MailSettings settings;
    private final Postman postman;
    private final Addresses addresses;
    private final Environment environment;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final Trail trail;
    private final TransactionTemplate transaction;

    MailDesk(
            MailSettings settings,
            Postman postman,
            Addresses addresses,
            Environment environment,
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            Trail trail,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.postman = postman;
        this.addresses = addresses;
        this.environment = environment;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** How mail is set up; the password of the server is nowhere in it. */
    @PreAuthorize(ADMIN)
    public SetUp setUp() {
        return new SetUp(
                postman.isReady(),
                settings.host(),
                environment.getProperty("spring.mail.port", "25"),
                environment.getProperty("spring.mail.username", ""),
                environment.getProperty("spring.mail.properties.mail.smtp.starttls.enable", Boolean.class, false),
                settings.from(),
                settings.baseUrl());
    }

    /** The address that a test would go to; empty where none is known of the caller. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Optional<String> ownAddress() {
        return addresses.of(Caller.now().self()).map(Receiver::address);
    }

    /**
     * Sends a mail to the caller, now, and waits for the server's answer.
     *
     * @throws IllegalStateException where mail is not set up, or no address of the caller is known
     */
    @PreAuthorize(ADMIN)
    public Answer test() {
        return test(receiver -> postman.sendTest(receiver, String.valueOf(ids.next())));
    }

    /**
     * The same with a mail of that kind, in words that are tried and not kept.
     *
     * @throws MailTexts.UnusableText where something in braces is not known
     * @throws IllegalStateException as above
     */
    @PreAuthorize(ADMIN)
    public Answer test(MailKind mail, String language, MailWords words) {
        MailTexts.check(mail, language, words);
        return test(receiver ->
                postman.sendTest(receiver.in(MailTexts.locale(language)), mail, words, String.valueOf(ids.next())));
    }

    private Answer test(Consumer<Receiver> sending) {
        Receiver receiver = addresses
                .of(Caller.now().self())
                .filter(known -> postman.isReady())
                .orElseThrow(() -> new IllegalStateException("No mail can leave, or nobody knows where to"));
        Answer answer;
        try {
            sending.accept(receiver);
            answer = new Answer(null, "");
        } catch (MailException refused) {
            answer = new Answer(MailFault.of(refused), MailFault.answer(refused));
        }
        String result = answer.fault() == null ? "-" : word(answer.fault());
        transaction.executeWithoutResult(
                status -> trail.record("mail.tested", MAIL, null, Facts.of(Map.of("fault", result)), null));
        return answer;
    }

    /** The mails that were given to the server last, or that it did not take: the latest first. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public List<Tried> tried(int most) {
        return jdbc.sql("select n.id, n.kind, n.mail_state, n.mail_tries, n.mailed_at, n.mail_fault, n.mail_after,"
                        + " p.name from notices n join persons p on p.id = n.person_id where n.mailed_at is not null"
                        + " order by n.mailed_at desc, n.id desc fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> new Tried(
                        row.getLong("id"),
                        row.getString("name"),
                        NoticeKind.valueOf(row.getString("kind")),
                        Way.of(MailState.valueOf(row.getString("mail_state"))),
                        row.getInt("mail_tries"),
                        Moments.instant(row.getTimestamp("mailed_at")),
                        row.getString("mail_fault") == null ? null : MailFault.valueOf(row.getString("mail_fault")),
                        Moments.instant(row.getTimestamp("mail_after"))))
                .list();
    }

    /**
     * Lets a mail that did not leave be tried again at the next round, as if for the first time.
     *
     * @return whether there was one: it may have left meanwhile
     */
    @PreAuthorize(ADMIN)
    public boolean retry(long id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            int found = jdbc.sql("update notices set mail_state = 'WAITING', mail_tries = 0, mail_after = :now"
                            + " where id = :id and mail_fault is not null and mail_state in ('FAILED', 'WAITING')")
                    .param("now", Moments.utc(clock.instant()))
                    .param("id", id)
                    .update();
            if (found > 0) {
                trail.record(
                        "mail.retried", new Trail.Subject("mail", String.valueOf(id), "Koploper"), null, null, null);
            }
            return found > 0;
        }));
    }

    /** How many mails are under way or given up, and when one left last. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Queue queue() {
        return jdbc.sql(
                        "select (select count(*) from notices where mail_state in ('WAITING', 'CLAIMED')"
                                + " and mail_after <= :now), (select count(*) from notices where mail_state in ('WAITING',"
                                + " 'CLAIMED') and mail_after > :now), (select count(*) from notices where mail_state = 'FAILED'),"
                                + " (select max(mailed_at) from notices where mail_state = 'SENT') from organisation where id = 1")
                .param("now", Moments.utc(clock.instant()))
                .query((row, number) -> new Queue(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getTimestamp(4) == null ? null : Moments.instant(row.getTimestamp(4))))
                .single();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How mail is set up; what is not said is empty.
     *
     * @param ready whether mails leave
     * @param username what we sign in with at the server
     * @param encrypted whether the connection is made secret before anything is said
     */
    public record SetUp(
            boolean ready, String host, String port, String username, boolean encrypted, String from, String baseUrl) {}

    /**
     * What became of a test.
     *
     * @param fault what stood in the way; null where the server took the mail
     * @param words what the server said, in its own words
     */
    public record Answer(@Nullable MailFault fault, String words) {}

    /**
     * A mail that was given to the server.
     *
     * @param person for whom
     * @param tries how often
     * @param fault what stood in the way; null for nothing
     * @param again when it is tried again, where it is under way
     */
    public record Tried(
            long id,
            String person,
            NoticeKind kind,
            Way way,
            int tries,
            Instant at,
            @Nullable MailFault fault,
            Instant again) {

        /** Whether somebody may let it be tried again. */
        public boolean mayRetry() {
            return fault != null && way != Way.SENT;
        }
    }

    /** How far a mail got. */
    public enum Way {
        SENT,
        /** It will be tried again by itself. */
        UNDER_WAY,
        GIVEN_UP,
        /** It is not wanted any more, such as when the notice was read meanwhile. */
        DROPPED;

        static Way of(MailState state) {
            return switch (state) {
                case SENT -> SENT;
                case WAITING, CLAIMED -> UNDER_WAY;
                case FAILED -> GIVEN_UP;
                case NONE -> DROPPED;
            };
        }
    }

    /**
     * The mails as a whole.
     *
     * @param due should have left by now, or are just leaving
     * @param later wait for their hour, or for the next try
     * @param lastSent null where none left yet
     */
    public record Queue(
            int due, int later, int givenUp, @Nullable Instant lastSent) {}
}
