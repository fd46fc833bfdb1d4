package org.koploper.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody with a browser of their own, at an address of their own on this machine, who sends what they like. */
final class Client {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0";

    private final int port;
    private final CookieManager cookies = new CookieManager();
    final HttpClient http;

    Client(int port, String from) {
        this.port = port;
        try {
            this.http = HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(from))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String cookies() {
        return cookies.getCookieStore().getCookies().toString();
    }

    /** The token against forged requests of the form. */
    String csrf() {
        var found = CSRF.matcher(get("/sign-in?password").body());
        if (!found.find()) {
            throw new IllegalStateException("no token on the page");
        }
        return found.group(1);
    }

    HttpResponse<String> signIn(String username, String password) {
        return signIn(username, password, csrf());
    }

    HttpResponse<String> signIn(String username, String password, String csrf) {
        return send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + coded(username) + "&password=" + coded(password) + "&_csrf=" + coded(csrf))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("User-Agent", AGENT);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
