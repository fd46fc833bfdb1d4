package org.koploper.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koploper.notice.Addresses.Receiver;
import org.springframework.stereotype.Component;

/**
 * Writes what stands in a mail, in the language of the receiver: in the organisation's own words where it has some. The
 * subject names no person, no object and no amount.
 */
@Component
class MailWriter {

    private final NoticeWords words;
    private final MailTextRows rows;
    private final Clock clock;

    MailWriter(NoticeWords words, MailTextRows rows, Clock clock) {
        this.words = words;
        this.rows = rows;
        this.clock = clock;
    }

    /** About these notices; at least one. */
    Letter about(List<Notice> notices, Receiver receiver) {
        MailKind mail = MailKind.of(notices);
        Optional<MailWords> own = rows.of(mail, receiver.locale().getLanguage());
        return letter(own.orElseGet(() -> standard(mail, receiver.locale())), notices, receiver);
    }

    /** The same with words that are only tried, and something made up to be told. */
    Letter example(MailKind mail, MailWords said, Receiver receiver) {
        return letter(said, madeUp(mail), receiver);
    }

    /** Says nothing but that mails arrive. */
    Letter test(Locale locale) {
        return new Letter(
                words.text("mail.test-subject", locale),
                List.of(),
                List.of(words.text("mail.test-text", locale)),
                words.text("notice.mail.open", locale),
                List.of(),
                words.text("notice.mail.foot", locale));
    }

    /** As the product says it. */
    MailWords standard(MailKind mail, Locale locale) {
        String subject = mail == MailKind.SEVERAL
                ? words.text("notice.subject.many", locale, Placeholder.COUNT.in(locale.getLanguage()))
                : words.text("notice.subject." + mail.key(), locale);
        return new MailWords(subject, "", "");
    }

    private Letter letter(MailWords said, List<Notice> notices, Receiver receiver) {
        Locale locale = receiver.locale();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.ORGANISATION, receiver.organisation());
        values.put(Placeholder.COUNT, String.valueOf(notices.size()));
        // a name of the organisation over two lines would end the header
        String subject = Placeholder.filled(said.subject(), values)
                .replaceAll("[\\p{Cntrl}]+", " ")
                .strip();
        values.put(Placeholder.NAME, receiver.name());
        return new Letter(
                subject,
                lines(said.opening(), values),
                notices.stream().map(notice -> words.sentence(notice, locale)).toList(),
                words.text("notice.mail.open", locale),
                lines(said.closing(), values),
                words.text("notice.mail.foot", locale));
    }

    private static List<String> lines(String text, Map<Placeholder, String> values) {
        return Placeholder.filled(text, values)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Notice> madeUp(MailKind mail) {
        return mail == MailKind.SEVERAL
                ? List.of(madeUp(NoticeKind.DEAL), madeUp(NoticeKind.STATEMENT))
                : List.of(madeUp(NoticeKind.valueOf(mail.name())));
    }

    private Notice madeUp(NoticeKind kind) {
        YearMonth month = YearMonth.now(clock);
        LocalDate next = month.plusMonths(1).atDay(1);
        return switch (kind) {
            case STATEMENT -> madeUp(kind, "statement-changed", month.toString());
            case DEAL -> madeUp(kind, "deal-won", "D-2041");
            case TARGET ->
                madeUp(
                        kind,
                        "target-agreed",
                        "revenue",
                        month.atDay(1).toString(),
                        month.atEndOfMonth().toString());
            case GOAL ->
                madeUp(
                        kind,
                        "goal-proposed",
                        "revenue",
                        month.atDay(1).toString(),
                        month.atEndOfMonth().toString());
            case PLAN -> madeUp(kind, "plan-assigned", "A", next.toString());
            case KUDOS -> madeUp(kind, "kudos-anonymous");
            case IMPORT -> madeUp(kind, "import-done", "deals.csv");
            case WEBHOOK -> madeUp(kind, "webhook-given-up", "CRM");
            case SECURITY -> madeUp(kind, "security-password");
        };
    }

    private Notice madeUp(NoticeKind kind, String sentence, String... args) {
        return new Notice(0, kind, sentence, List.of(args), "", 1, null, clock.instant(), false);
    }
}
