package org.koploper.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.notice.Addresses.Receiver;
import org.koploper.notice.MailRows.Waiting;
import org.koploper.people.WorkCalendars;
import org.koploper.period.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Mails what is due now: what concerns safety at any hour, the rest outside of each person's quiet hours. Each step is
 * its own commit, claimed before and noted after it is sent: a second node, or this one after a crash, goes on where the
 * first one was.
 */
@Component
class MailRun {

    /** How long a claim keeps others away: longer than a mail server may take to answer. */
    static final Duration LEASE = Duration.ofMinutes(10);

    static final int MOST_TRIES = 12;

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** No row of days without a digest is longer. */
    private static final int DAYS_BACK = 30;

    private final MailRows rows;
    private final ChoiceRows choices;
    private final Addresses addresses;
    private final Postman postman;
    private final WorkCalendars calendars;
    private final Clock clock;

    MailRun(
            MailRows rows,
            ChoiceRows choices,
            Addresses addresses,
            Postman postman,
            WorkCalendars calendars,
            Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.addresses = addresses;
        this.postman = postman;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @return how many mails were sent */
    int run() {
        if (!postman.isReady()) {
            return 0;
        }
        Instant now = clock.instant();
        WorkingDays days = Caller.asSystem(calendars::ofOrganisation);
        Predicate<LocalDate> isHoliday = day -> !Quiet.isWeekend(day) && !days.isWorkingDay(day);
        int sent = 0;
        for (PersonId person : rows.persons(now)) {
            sent += mail(person, now, isHoliday);
        }
        return sent;
    }

    private int mail(PersonId person, Instant now, Predicate<LocalDate> isHoliday) {
        List<Waiting> waiting = rows.waiting(person, now);
        Optional<Receiver> receiver = addresses.of(person);
        Choices chosen = choices.of(person);
        List<Waiting> wanted = waiting.stream()
                .filter(one -> receiver.isPresent() && isWanted(one.notice(), receiver.get(), chosen))
                .toList();
        rows.become(
                MailState.NONE,
                ids(waiting.stream().filter(one -> !wanted.contains(one)).toList()),
                now);
        if (receiver.isEmpty()) {
            return 0;
        }
        int sent = 0;
        for (Waiting one : wanted) {
            if (!one.notice().kind().isFree()) {
                sent += send(receiver.get(), List.of(one), now);
            }
        }
        ZonedDateTime local = now.atZone(clock.getZone());
        if (chosen.quiet().at(local, isHoliday)) {
            return sent;
        }
        Instant digest = lastDigest(chosen.quiet(), local, isHoliday);
        sent += send(receiver.get(), of(wanted, chosen, MailMode.AT_ONCE), now);
        sent += send(
                receiver.get(),
                of(wanted, chosen, MailMode.DIGEST).stream()
                        .filter(one -> one.notice().at().isBefore(digest))
                        .toList(),
                now);
        return sent;
    }

    /** What was read on the screen needs no mail, except where it is about safety. */
    private static boolean isWanted(Notice notice, Receiver receiver, Choices chosen) {
        return !notice.kind().isFree()
                || receiver.enabled()
                        && !notice.read()
                        && chosen.of(notice.kind()).mail() != MailMode.OFF;
    }

    private static List<Waiting> of(List<Waiting> wanted, Choices chosen, MailMode mode) {
        return wanted.stream()
                .filter(one -> one.notice().kind().isFree())
                .filter(one -> chosen.of(one.notice().kind()).mail() == mode)
                .toList();
    }

    /** The last time a digest was due: what is younger waits for the next one. */
    private Instant lastDigest(Quiet quiet, ZonedDateTime now, Predicate<LocalDate> isHoliday) {
        for (int back = 0; back <= DAYS_BACK; back++) {
            Optional<ZonedDateTime> due = quiet.digestOn(now.toLocalDate().minusDays(back), clock.getZone(), isHoliday)
                    .filter(at -> !at.isAfter(now));
            if (due.isPresent()) {
                return due.get().toInstant();
            }
        }
        return now.minusDays(DAYS_BACK).toInstant();
    }

    private int send(Receiver receiver, List<Waiting> these, Instant now) {
        if (these.isEmpty()) {
            return 0;
        }
        List<Long> claimed = rows.claim(ids(these), now);
        List<Waiting> own = these.stream()
                .filter(one -> claimed.contains(one.notice().id()))
                .toList();
        if (own.isEmpty()) {
            return 0;
        }
        try {
            postman.send(receiver, own.stream().map(Waiting::notice).toList());
        } catch (MailException refused) {
            own.forEach(one -> later(one, now, refused));
            return 0;
        }
        rows.tried(MailState.SENT, claimed, now, null, now);
        return 1;
    }

    private void later(Waiting one, Instant now, MailException refused) {
        int tries = one.tries() + 1;
        boolean over = tries >= MOST_TRIES;
        Duration pause = Duration.ofMinutes(1L << Math.min(tries - 1, MOST_TRIES));
        rows.tried(
                over ? MailState.FAILED : MailState.WAITING,
                List.of(one.notice().id()),
                now,
                MailFault.of(refused),
                now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        if (over) {
            // neither the address nor what the server said about it: both are about a person
            LOG.warn(
                    "The mail of notice {} was given up after {} tries: {}",
                    one.notice().id(),
                    tries,
                    refused.getClass().getSimpleName());
        }
    }

    private static List<Long> ids(List<Waiting> these) {
        return these.stream().map(one -> one.notice().id()).toList();
    }
}
