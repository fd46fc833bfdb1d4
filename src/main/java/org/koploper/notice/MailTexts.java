package org.koploper.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets administration word each kind of mail, language by language: its subject, and what stands before and after what it
 * is about. Who gets a mail, when, what it is about and where its link leads stay.
 */
@Service
public class MailTexts {

    /** The longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 120;

    /** The longest opening or closing words, in characters. */
    public static final int LONGEST_TEXT = 1000;

    /** In which languages mails are worded. */
    public static final List<String> LANGUAGES = List.of("en", "nl");

    private static final String ADMIN = "hasAnyRole('ADMIN')";

    private final MailTextRows rows;
    private final MailWriter writer;
    private final Addresses addresses;
    private final Trail trail;

    MailTexts(MailTextRows rows, MailWriter writer, Addresses addresses, Trail trail) {
        this.rows = rows;
        this.writer = writer;
        this.addresses = addresses;
        this.trail = trail;
    }

    /** The organisation's own words, by language; nothing for what it leaves to the product. */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Map<MailKind, Map<String, MailWords>> own() {
        return rows.all();
    }

    /** The words of the product. */
    @PreAuthorize(ADMIN)
    public MailWords standard(MailKind mail, String language) {
        return writer.standard(mail, locale(language));
    }

    /**
     * What would stand in such a mail to the caller, with something made up to be told.
     *
     * @throws UnusableText where something in braces is not known
     */
    @PreAuthorize(ADMIN)
    @Transactional(readOnly = true)
    public Letter preview(MailKind mail, String language, MailWords words) {
        check(mail, language, words);
        return writer.example(mail, words, addresses.reader(Caller.now().self(), locale(language)));
    }

    /**
     * Words a kind of mail, or with null goes back to the words of the product. The same words again change nothing.
     *
     * @throws UnusableText where something in braces is not known
     * @throws IllegalArgumentException for an unknown language, a subject that is blank or has several lines, and words
     *     that are too long
     */
    @PreAuthorize(ADMIN)
    @Transactional
    public void word(MailKind mail, String language, @Nullable MailWords words) {
        locale(language);
        if (words != null) {
            check(mail, language, words);
        }
        Optional<MailWords> before = rows.of(mail, language);
        if (before.equals(Optional.ofNullable(words))) {
            return;
        }
        rows.put(mail, language, words);
        trail.record(
                words == null ? "mail-text.reset" : "mail-text.changed",
                new Trail.Subject("mail-text", mail.key() + "/" + language, mail.key() + ", " + language),
                before.map(MailTexts::told).orElse(null),
                words == null ? null : told(words),
                null);
    }

    static void check(MailKind mail, String language, MailWords words) {
        String subject = words.subject();
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line");
        }
        check(subject, LONGEST_SUBJECT, mail, language, UnusableText.Part.SUBJECT);
        check(words.opening(), LONGEST_TEXT, mail, language, UnusableText.Part.OPENING);
        check(words.closing(), LONGEST_TEXT, mail, language, UnusableText.Part.CLOSING);
    }

    private static void check(String text, int longest, MailKind mail, String language, UnusableText.Part part) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("At most " + longest + " characters, not " + text.length());
        }
        List<Placeholder> known = Placeholder.known(mail, part == UnusableText.Part.SUBJECT);
        Placeholder.unknown(text, known).ifPresent(found -> {
            throw new UnusableText(
                    part, found, known.stream().map(one -> one.in(language)).toList());
        });
    }

    static Locale locale(String language) {
        return switch (language) {
            case "en" -> Locale.UK;
            case "nl" -> Locale.forLanguageTag("nl-BE");
            default -> throw new IllegalArgumentException("No such language: " + language);
        };
    }

    private static String told(MailWords words) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("subject", words.subject());
        facts.put("opening", words.opening());
        facts.put("closing", words.closing());
        return Facts.of(facts);
    }

    /** Something in braces stands for nothing that is known there; nothing was kept. */
    public static class UnusableText extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Part part;
        private final String found;
        private final transient List<String> known;

        /** Which of the words. */
        public enum Part {
            SUBJECT,
            OPENING,
            CLOSING
        }

        UnusableText(Part part, String found, List<String> known) {
            super(part + ": " + found);
            this.part = part;
            this.found = found;
            this.known = known;
        }

        /** Where it stands. */
        public Part part() {
            return part;
        }

        /** What stands there, with its braces. */
        public String found() {
            return found;
        }

        /** What could stand there, with braces. */
        public List<String> known() {
            return known;
        }
    }
}
