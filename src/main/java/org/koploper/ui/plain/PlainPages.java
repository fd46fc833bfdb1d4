package org.koploper.ui.plain;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.koploper.ui.shell.Languages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Pages for people without an account, who answer something: one layout, no script, the language that the address or the
 * browser asks for. They fit a window of 320 pixels, follow its colours, and are 30 kB at most with their styles. Protective
 * headers come with every answer of the product; those of addresses with a code from {@code access.CodeAddresses}.
 */
@Component
public class PlainPages {

    /** Parameter of the language that the reader chose. */
    static final String LANGUAGE = "lang";

    private final I18NProvider texts;
    private final Template layout = template("plain");
    private final Template message = template("plain-message");

    PlainPages(I18NProvider texts) {
        this.texts = texts;
    }

    /** The template of that name; an empty text is as good as none in it. */
    public static Template template(String name) {
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("templates/" + name + ".mustache").getInputStream(), StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the address where it says one, else the first of those the browser asks for that there is, else Dutch. */
    public Locale locale(HttpServletRequest request) {
        String chosen = request.getParameter(LANGUAGE);
        return Stream.concat(
                        Stream.ofNullable(chosen),
                        Collections.list(request.getLocales()).stream()
                                .flatMap(asked -> Stream.of(asked.toLanguageTag(), asked.getLanguage())))
                .flatMap(tag -> Languages.ofTag(tag).stream())
                .findFirst()
                .orElse(Languages.ALL.getFirst());
    }

    public String text(String key, Locale locale, Object... values) {
        return texts.getTranslation(key, locale, values);
    }

    /**
     * A page with this content.
     *
     * @param title in words
     * @param words what the template puts in; texts are escaped there
     */
    public ResponseEntity<String> page(
            HttpStatus status, Locale locale, String title, Template content, Map<String, Object> words) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("lang", locale.toLanguageTag());
        frame.put("title", title);
        frame.put("choose", text("plain.language", locale));
        frame.put("languages", languages(locale));
        frame.put("content", content.execute(words));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(layout.execute(frame));
    }

    /** A page that only says something. */
    public ResponseEntity<String> says(HttpStatus status, Locale locale, String title, String... sentences) {
        return page(status, locale, title, message, Map.of("title", title, "sentences", List.of(sentences)));
    }

    /**
     * Leads on to the same address after a form was sent, so that loading it again sends nothing again.
     *
     * @param told a parameter that says what became of it; empty for none
     */
    public static ResponseEntity<String> again(Locale locale, String told) {
        // relative: the code in the address is not repeated
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("?" + LANGUAGE + "=" + locale.getLanguage() + (told.isEmpty() ? "" : "&" + told)))
                .build();
    }

    private List<Map<String, Object>> languages(Locale now) {
        return Stream.of("nl", "en")
                .<Map<String, Object>>map(tag -> Map.of(
                        "tag",
                        tag,
                        "name",
                        text("sign-in.language-" + tag, now),
                        "current",
                        tag.equals(now.getLanguage())))
                .toList();
    }
}
