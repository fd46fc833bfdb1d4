package org.koploper.ui.signin;

import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.ContinueAt;
import org.koploper.access.SignInWays;
import org.koploper.demo.DemoSignIns;
import org.koploper.ui.plain.PlainPages;
import org.koploper.ui.shell.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page to sign in on: plain HTML that needs no script, so that it is there at once and works everywhere; only
 * signing in with a passkey has one. After signing in,
 * Spring Security leads on to the address that was asked for.
 */
@Controller
class SignInPage {

    /** What can go wrong without a password, as the address of this page says it. */
    private static final List<String> FAULTS =
            List.of("refused", "unverified", "cancelled", "again", "unreachable", "passkey");

    private final I18NProvider texts;
    private final SignInWays ways;
    private final ObjectProvider<DemoSignIns> demo;
    private final Template template;

    SignInPage(I18NProvider texts, SignInWays ways, ObjectProvider<DemoSignIns> demo) {
        this.texts = texts;
        this.ways = ways;
        this.demo = demo;
        this.template = PlainPages.template("sign-in");
    }

    @GetMapping("/sign-in")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String lang,
            Locale requested,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpSession session) {
        if (lang != null) {
            Languages.ofTag(lang).ifPresent(chosen -> session.setAttribute(Languages.CHOSEN, chosen.toLanguageTag()));
        }
        Locale locale = locale(session, requested);
        Map<String, Object> model = new HashMap<>();
        for (String key : List.of(
                "title",
                "username",
                "password",
                "submit",
                "error",
                "wait",
                "out",
                "welcome",
                "expired",
                "refused",
                "unverified",
                "cancelled",
                "again",
                "unreachable",
                "with-passkey",
                "passkey-refused",
                "passkey-stopped",
                "company-only",
                "by-password",
                "demo",
                "demo-text")) {
            model.put("t-" + key, texts.getTranslation("sign-in." + key, locale));
        }
        model.put("lang", locale.toLanguageTag());
        String goOn =
                ContinueAt.local(request.getParameter(ContinueAt.PARAMETER)).orElse("");
        model.put("continueAt", goOn);
        model.put("languages", languages(locale, goOn));
        Set<String> told = request.getParameterMap().keySet();
        model.put("failed", told.contains("error"));
        model.put("waits", told.contains("wait"));
        model.put("late", told.contains("expired"));
        model.put("left", told.contains("out"));
        model.put("new", told.contains("welcome"));
        FAULTS.forEach(reason -> model.put(reason, told.contains(reason)));
        model.put("providers", providers(locale, goOn));
        // who administers finds the fields behind a link, and again after a wrong password
        boolean fields =
                ways.passwords() || Stream.of("password", "error", "passkey").anyMatch(told::contains);
        model.put("fields", fields);
        model.put("folded", !fields);
        model.put("passkeys", ways.passkeys());
        model.put("only", !ways.passwords());
        model.put("more", more(goOn, "&"));
        model.put("csrfName", csrf.getParameterName());
        model.put("csrfToken", csrf.getToken());
        model.put(
                "signIns",
                demo.stream()
                        .flatMap(signIns -> signIns.all().stream())
                        .map(signIn -> row(signIn, locale))
                        .toList());
        model.put("demo", ways.passwords() && demo.stream().findAny().isPresent());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(template.execute(model));
    }

    static Locale locale(@Nullable HttpSession session, Locale requested) {
        String chosen = session == null ? null : (String) session.getAttribute(Languages.CHOSEN);
        return Languages.ofTag(chosen == null ? requested.toLanguageTag() : chosen)
                .or(() -> Languages.ofTag(requested.getLanguage()))
                .orElse(Languages.ALL.getFirst());
    }

    private List<Map<String, Object>> languages(Locale now, String goOn) {
        String more = more(goOn, "&");
        return List.of("nl", "en").stream()
                .<Map<String, Object>>map(tag -> Map.of(
                        "tag",
                        tag,
                        "more",
                        more,
                        "name",
                        texts.getTranslation("sign-in.language-" + tag, now),
                        "current",
                        tag.equals(now.getLanguage())))
                .toList();
    }

    private List<Map<String, String>> providers(Locale locale, String goOn) {
        return ways.providers().stream()
                .map(provider -> Map.of(
                        "address",
                        provider.path() + more(goOn, "?"),
                        "words",
                        texts.getTranslation("sign-in.with", locale, provider.name())))
                .toList();
    }

    private static String more(String goOn, String sign) {
        return goOn.isEmpty()
                ? ""
                : sign + ContinueAt.PARAMETER + "=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8);
    }

    private Map<String, Object> row(DemoSignIns.SignIn signIn, Locale locale) {
        return Map.of(
                "username", signIn.username(),
                "password", signIn.password(),
                "name", signIn.name(),
                "role", texts.getTranslation(signIn.roleKey(), locale),
                "button", texts.getTranslation("sign-in.demo-button", locale, signIn.name()));
    }
}
