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
import java.util.Locale;
import java.util.Map;
import org.koploper.notice.Addresses.Receiver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Writes and sends mails: plain text beside simple HTML, in the language of the receiver, with one link and nothing that
 * is loaded or reports back. The subject names no person, no object and no amount.
 */
@Component
class Postman {

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final NoticeWords words;
    private final Template html;

    Postman(ObjectProvider<JavaMailSender> sender, MailSettings settings, NoticeWords words) throws IOException {
        this.sender = sender;
        this.settings = settings;
        this.words = words;
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
        Locale locale = receiver.locale();
        Notice first = notices.getFirst();
        boolean single = notices.size() == 1;
        String subject = single
                ? words.text("notice.subject." + first.kind().name().toLowerCase(Locale.ROOT), locale)
                : words.text("notice.subject.many", locale, notices.size());
        List<String> sentences =
                notices.stream().map(notice -> words.sentence(notice, locale)).toList();
        // the same again after a crash: a server that received it before can tell
        send(
                receiver,
                subject,
                sentences,
                single ? "notices/" + first.id() : "notices",
                "notice-" + first.id() + "-" + notices.size());
    }

    /** A mail that says nothing but that mails arrive. */
    void sendTest(Receiver receiver, String number) {
        Locale locale = receiver.locale();
        send(
                receiver,
                words.text("mail.test-subject", locale),
                List.of(words.text("mail.test-text", locale)),
                "admin/mail",
                "test-" + number);
    }

    private void send(Receiver receiver, String subject, List<String> sentences, String path, String number) {
        JavaMailSender out = sender.getObject();
        MimeMessage message = out.createMimeMessage();
        Locale locale = receiver.locale();
        String link = settings.link(path);
        String button = words.text("notice.mail.open", locale);
        String foot = words.text("notice.mail.foot", locale);
        Map<String, Object> model = new HashMap<>();
        model.put("lang", locale.toLanguageTag());
        model.put("subject", subject);
        model.put("sentences", sentences);
        model.put("link", link);
        model.put("button", button);
        model.put("foot", foot);
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(settings.from());
            mail.setTo(receiver.address());
            mail.setSubject(subject);
            String list = sentences.size() == 1 ? sentences.getFirst() : "- " + String.join("\n- ", sentences);
            mail.setText(list + "\n\n" + button + ": " + link + "\n\n-- \n" + foot + "\n", html.execute(model));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Message-ID", "<" + number + "@" + host() + ">");
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        out.send(message);
    }

    private String host() {
        String host = URI.create(settings.baseUrl()).getHost();
        return host == null ? "koploper" : host;
    }
}
