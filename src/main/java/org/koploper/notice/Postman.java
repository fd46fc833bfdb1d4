package org.koploper.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.notice.Addresses.Receiver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends mails: plain text beside simple HTML, in the language of the receiver, with one link and nothing that is loaded or
 * reports back. Whatever stands in a {@link Letter} is text, in both.
 */
@Component
class Postman {

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final MailWriter writer;
    private final Template html;

    Postman(ObjectProvider<JavaMailSender> sender, MailSettings settings, MailWriter writer) throws IOException {
        this.sender = sender;
        this.settings = settings;
        this.writer = writer;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("templates/mail.mustache").getInputStream(), StandardCharsets.UTF_8)) {
            this.html = Mustache.compiler().compile(reader);
        }
    }

    boolean isReady() {
        return settings.on() && sender.getIfAvailable() != null;
    }

    /** One mail about these notices; at least one. */
    void send(Receiver receiver, List<Notice> notices) {
        Notice first = notices.getFirst();
        // the same again after a crash: a server that received it before can tell
        send(
                receiver,
                writer.about(notices, receiver),
                notices.size() == 1 ? "notices/" + first.id() : "notices",
                "notice-" + first.id() + "-" + notices.size());
    }

    /** A mail that says nothing but that mails arrive. */
    void sendTest(Receiver receiver, String number) {
        send(receiver, writer.test(receiver.locale()), "admin/mail", "test-" + number);
    }

    /** A mail in words that are only tried, with something made up to be told. */
    void sendTest(Receiver receiver, MailKind mail, MailWords words, String number) {
        send(receiver, writer.example(mail, words, receiver), "admin/mail-texts", "test-" + number);
    }

    private void send(Receiver receiver, Letter letter, String path, String number) {
        JavaMailSender out = sender.getObject();
        MimeMessage message = out.createMimeMessage();
        String link = settings.link(path);
        Map<String, Object> model = new HashMap<>();
        model.put("lang", receiver.locale().toLanguageTag());
        model.put("letter", letter);
        model.put("link", link);
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(settings.from());
            mail.setTo(receiver.address());
            mail.setSubject(letter.subject());
            mail.setText(plain(letter, link), html.execute(model));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Message-ID", "<" + number + "@" + host() + ">");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        out.send(message);
    }

    private static String plain(Letter letter, String link) {
        List<String> sentences = letter.sentences();
        String list = sentences.size() == 1 ? sentences.getFirst() : "- " + String.join("\n- ", sentences);
        return Stream.of(
                        String.join("\n", letter.opening()),
                        list,
                        letter.button() + ": " + link,
                        String.join("\n", letter.closing()),
                        "-- \n" + letter.foot() + "\n")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String host() {
        String host = URI.create(settings.baseUrl()).getHost();
        return host == null ? "koploper" : host;
    }
}
