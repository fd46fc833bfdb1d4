package org.koploper.notice;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether the product mails. It does once it knows a server ({@code spring.mail.host}), from whom mails come and by
 * which address people reach the product: the request of some visitor is never asked for that address.
 *
 * @param host of the mail server; empty for none
 * @param from the sender
 * @param baseUrl what every link begins with, without a slash at its end
 */
@Component
record MailSettings(
        @Value("${spring.mail.host:}") String host,
        @Value("${koploper.mail.from:}") String from,
        @Value("${koploper.base-url:}") String baseUrl) {

    MailSettings {
        baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    boolean on() {
        return !host.isBlank() && !from.isBlank() && !baseUrl.isBlank();
    }

    String link(String path) {
        return baseUrl + "/" + path;
    }
}
