package org.koploper.ui.question;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.koploper.sales.QuestionLink;
import org.koploper.ui.kit.Formats;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The whole addresses of questions to customers, and a mail with one for the user's own mail program. */
@Component
class Links {

    private final String baseUrl;

    Links(@Value("${koploper.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    /**
     * With the address by which people reach the product. Where none is set, by the one that the user who copies the link is
     * at: it is shown to nobody else before.
     */
    String address(QuestionLink link) {
        if (!baseUrl.isEmpty()) {
            return baseUrl + link.path();
        }
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        return request == null
                ? link.path()
                : URI.create(request.getRequestURL().toString())
                        .resolve(request.getContextPath() + link.path())
                        .toString();
    }

    /** Opens a mail to a customer, in the user's language. */
    Anchor mail(QuestionLink link) {
        String subject = I18NProvider.translate("questions.mail-subject");
        String text = I18NProvider.translate(
                "questions.mail-text",
                link.customerName(),
                address(link),
                Formats.here().date(link.lastDay()));
        Anchor mail = new Anchor(
                "mailto:?subject=" + coded(subject) + "&body=" + coded(text), I18NProvider.translate("questions.mail"));
        mail.addClassName("kp-link-button");
        return mail;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
