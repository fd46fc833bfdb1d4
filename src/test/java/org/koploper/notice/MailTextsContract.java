package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.notice.MailTexts.UnusableText;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;

/** An organisation words its mails, in each language by itself; over real SMTP. */
abstract class MailTextsContract extends MailScene {

    private static final MailSettings SETTINGS =
            new MailSettings("127.0.0.1", "koploper@example.org", "https://sales.example.org");
    private static final MailWords OWN = new MailWords(
            "{organisation}: something about a deal", "Dear {name},\n\n<b>Look</b> & smile.", "Your sales desk");

    @Autowired
    MailTexts texts;

    @Autowired
    Environment environment;

    @Autowired
    Trail trail;

    Postman postman;
    PersonId els;

    @BeforeEach
    void prepare() throws IOException {
        postman = new Postman(
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class),
                SETTINGS,
                writer);
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, email, version) values (?, ?, 'Els {count}', ?, 0)")
                .params(id, "MT" + id, "els" + id + "@example.org")
                .update();
        jdbc.sql(
                        "insert into accounts (person_id, username, password_hash, must_change, enabled, language_tag, version)"
                                + " values (?, ?, 'x', false, true, 'en-GB', 0)")
                .params(id, "mt" + id)
                .update();
        els = new PersonId(id);
    }

    @AfterEach
    void asItWas() {
        for (MailKind mail : MailKind.values()) {
            MailTexts.LANGUAGES.forEach(language -> word(mail, language, null));
        }
    }

    private <T> T asAdmin(Supplier<T> work) {
        return As.user(els, Set.of(Role.ADMIN), work);
    }

    private void word(MailKind mail, String language, @Nullable MailWords words) {
        asAdmin(() -> {
            texts.word(mail, language, words);
            return true;
        });
    }

    private @Nullable MailWords own(MailKind mail, String language) {
        return asAdmin(texts::own).getOrDefault(mail, Map.of()).get(language);
    }

    private MimeMessage sent(Notice... notices) {
        postman.send(addresses.of(els).orElseThrow(), List.of(notices));
        return server.getReceivedMessages()[server.getReceivedMessages().length - 1];
    }

    private Notice won(String deal) {
        return new Notice(
                ids.next(), NoticeKind.DEAL, "deal-won", List.of(deal), "2026-11", 1, null, clock.instant(), false);
    }

    private static String text(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        StringBuilder all = new StringBuilder();
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                all.append(text(many.getBodyPart(i), type));
            }
        }
        return all.toString();
    }

    private String organisation() {
        return jdbc.sql("select name from organisation").query(String.class).single();
    }

    private long trails(String action) {
        return jdbc.sql("select count(*) from audit_records where action = ? and object_kind = 'mail-text'")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void ownWordsStandAroundWhatTheMailIsAboutAsTextAndTheButtonStaysOurs() throws Exception {
        long before = trails("mail-text.changed");
        word(MailKind.DEAL, "en", OWN);

        MimeMessage mail = sent(won("D-1"));

        assertThat(mail.getSubject()).isEqualTo(organisation() + ": something about a deal");
        assertThat(text(mail, "text/plain"))
                .startsWith("Dear Els {count},\n<b>Look</b> & smile.\n\nThe deal D-1 was won in your name.\n\n"
                        + "Open in Koploper: https://sales.example.org/notices/")
                .contains("\n\nYour sales desk\n\n-- \n");
        assertThat(text(mail, "text/html"))
                .contains("&lt;b&gt;Look&lt;/b&gt; &amp; smile.", "Your sales desk")
                .containsOnlyOnce("<a ")
                .doesNotContain("<b>");
        assertThat(trails("mail-text.changed")).isEqualTo(before + 1);
    }

    @Test
    void onlyThatKindInThatLanguageSaysItAndSeveralNoticesHaveWordsOfTheirOwn() throws Exception {
        word(MailKind.DEAL, "nl", OWN);
        assertThat(sent(won("D-1")).getSubject()).isEqualTo("News about a deal");

        word(MailKind.SEVERAL, "en", new MailWords("All {count} of today", "", ""));

        assertThat(sent(won("D-1"), won("D-2")).getSubject()).isEqualTo("All 2 of today");
        assertThat(sent(won("D-3")).getSubject()).isEqualTo("News about a deal");
    }

    @Test
    void theStandardTextComesBack() throws Exception {
        assertThat(asAdmin(() -> texts.standard(MailKind.SEVERAL, "nl")).subject())
                .isEqualTo("{aantal} nieuwe meldingen");
        word(MailKind.DEAL, "en", OWN);
        long before = trails("mail-text.reset");
        word(MailKind.DEAL, "en", null);
        word(MailKind.DEAL, "en", null);

        assertThat(sent(won("D-1")).getSubject()).isEqualTo("News about a deal");
        assertThat(trails("mail-text.reset"))
                .as("once: the second time nothing changed")
                .isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "{0}: \"{1}\" | \"{2}\" | \"{3}\" is refused for {4}")
    @CsvSource(delimiter = '|', textBlock = """
            DEAL    | About {nmae}  | x       | x          | {nmae}   | {organisation}
            DEAL    | About {name}  | x       | x          | {name}   | {organisation}
            DEAL    | About         | {count} | x          | {count}  | {name}, {organisation}
            DEAL    | About         | x       | {amount}   | {amount} | {name}, {organisation}
            SEVERAL | {count} times | x       | {}         | {}       | {name}, {organisation}, {count}
            """)
    void whatIsNotKnownInBracesIsNamedWithAllThatIsAndNothingIsKept(
            MailKind mail, String subject, String opening, String closing, String found, String known) {
        assertThatThrownBy(() -> word(mail, "en", new MailWords(subject, opening, closing)))
                .isInstanceOfSatisfying(UnusableText.class, unusable -> {
                    assertThat(unusable.found()).isEqualTo(found);
                    assertThat(String.join(", ", unusable.known())).isEqualTo(known);
                });
        assertThat(own(mail, "en")).isNull();
    }

    @Test
    void aPlaceholderIsKnownInEitherLanguageAndASingleBraceIsJustABrace() throws Exception {
        word(MailKind.DEAL, "en", new MailWords("{ Organisatie } :-{", "{NAME} }", ""));

        MimeMessage mail = sent(won("D-1"));

        assertThat(mail.getSubject()).isEqualTo(organisation() + " :-{");
        assertThat(text(mail, "text/plain")).startsWith("Els {count} }\n");
    }

    @Test
    void aSubjectIsOneLineThatIsNotBlankNorTooLong() {
        for (MailWords wrong : new MailWords[] {
            new MailWords(" ", "", ""),
            new MailWords("a\r\nBcc: b@example.org", "", ""),
            new MailWords("x".repeat(121), "", ""),
            new MailWords("x", "x".repeat(1001), ""),
            new MailWords("x", "", "x".repeat(1001))
        }) {
            assertThatThrownBy(() -> word(MailKind.DEAL, "en", wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> word(MailKind.DEAL, "fr", OWN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyKindCanBeSeenAsAnExampleInBothLanguages() {
        for (MailKind mail : MailKind.values()) {
            for (String language : MailTexts.LANGUAGES) {
                Letter letter = asAdmin(() -> texts.preview(mail, language, texts.standard(mail, language)));
                assertThat(letter.subject())
                        .as("%s %s", mail, language)
                        .isNotBlank()
                        .doesNotContain("{", "notice.");
                assertThat(letter.sentences())
                        .as("%s %s", mail, language)
                        .hasSize(mail == MailKind.SEVERAL ? 2 : 1)
                        .allSatisfy(sentence -> assertThat(sentence).doesNotContain("notice.text", "{"));
            }
        }
    }

    @Test
    void aTestBringsTheTriedWordsToWhoAsksAndKeepsNothing() throws Exception {
        MailDesk desk = new MailDesk(SETTINGS, postman, addresses, environment, jdbc, ids, clock, trail, transaction);

        assertThat(asAdmin(() -> desk.test(MailKind.DEAL, "nl", OWN)).fault()).isNull();

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("els" + els + "@example.org");
        assertThat(text(mail, "text/plain"))
                .startsWith("Dear Els {count},")
                .contains("Openen in Koploper: https://sales.example.org/admin/mail-texts");
        assertThat(own(MailKind.DEAL, "nl")).isNull();
        assertThatThrownBy(() -> asAdmin(() -> desk.test(MailKind.DEAL, "nl", new MailWords("{x}", "", ""))))
                .isInstanceOf(UnusableText.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @OnHsqldb
    static class OnHsqldbTest extends MailTextsContract {}

    @OnPostgres
    static class OnPostgresTest extends MailTextsContract {}
}
