package org.koploper.ui.signin;

import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koploper.ui.plain.PlainPages;
import org.koploper.ui.shell.Languages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * What lets a browser install the product as an app, and what it shows while the product cannot be reached: a page that is
 * written into its service worker, so that nothing at all is kept in the browser's cache. The language is in the address of
 * the worker; another language is another worker.
 */
@Controller
class InstalledApp {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final I18NProvider texts;
    private final JsonMapper json;
    private final Template page = PlainPages.template("offline");
    private final Template worker = PlainPages.template("sw");

    InstalledApp(I18NProvider texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Resource> manifest() {
        return ResponseEntity.ok().contentType(MANIFEST).body(new ClassPathResource("templates/manifest.json"));
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> worker(@RequestParam(name = "lang", defaultValue = "") String lang) {
        Locale locale = Languages.ofTag(lang).orElse(Languages.ALL.getFirst());
        String shown = page.execute(Map.of(
                "lang", locale.toLanguageTag(),
                "title", texts.getTranslation("offline.title", locale),
                "text", texts.getTranslation("offline.text", locale),
                "again", texts.getTranslation("offline.again", locale)));
        String policy =
                "default-src 'none'; style-src " + print(shown, "style") + "; script-src " + print(shown, "script")
                        + "; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .body(worker.execute(
                        Map.of("page", json.writeValueAsString(shown), "policy", json.writeValueAsString(policy))));
    }

    /** By which a policy knows the one style or script that the page holds. */
    private static String print(String html, String tag) {
        Matcher content = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(html);
        if (!content.find()) {
            throw new IllegalStateException("The page has no " + tag);
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(content.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
