package org.koploper.ui.signin;

import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.koploper.access.ContinueAt;
import org.koploper.ui.plain.PlainPages;
import org.koploper.ui.shell.Failure;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** What a browser sees when a plain address fails, outside the screens: what happened, a reference, and the way back. */
@Component
class PlainErrorPage implements ErrorViewResolver {

    private final I18NProvider texts;
    private final Template template;

    PlainErrorPage(I18NProvider texts) {
        this.texts = texts;
        this.template = PlainPages.template("error");
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> given) {
        Locale locale = SignInPage.locale(request.getSession(false), RequestContextUtils.getLocale(request));
        boolean missing = status == HttpStatus.NOT_FOUND || status == HttpStatus.FORBIDDEN;
        if (status == HttpStatus.FORBIDDEN
                && "/sign-in".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            // the page lay open until its session was over, and with it the token of its form
            String more = ContinueAt.local(request.getParameter(ContinueAt.PARAMETER))
                    .map(goOn -> "&" + ContinueAt.PARAMETER + "=" + URLEncoder.encode(goOn, StandardCharsets.UTF_8))
                    .orElse("");
            return new ModelAndView(new RedirectView("/sign-in?expired" + more));
        }
        String kind = missing ? "not-found" : "failure";
        Map<String, Object> model = new HashMap<>();
        model.put("lang", locale.toLanguageTag());
        model.put("title", texts.getTranslation(kind + ".title", locale));
        model.put("text", texts.getTranslation(kind + ".text", locale));
        model.put("home", texts.getTranslation("not-found.home", locale));
        model.put("reference", "");
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            model.put("reference", texts.getTranslation("failure.reference", locale, Failure.logged(cause)));
        }
        View page = (ignored, asked, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            template.execute(model, response.getWriter());
        };
        ModelAndView answer = new ModelAndView(page);
        // an address that is no screen is refused before anybody looks whether there is one: the same for both
        answer.setStatus(missing ? HttpStatus.NOT_FOUND : status);
        return answer;
    }
}
