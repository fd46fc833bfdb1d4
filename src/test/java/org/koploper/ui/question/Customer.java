package org.koploper.ui.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Somebody at a customer, at an address of their own on this machine: sends forms, follows no redirect, runs no script. */
final class Customer {

    private final int port;
    private final String language;
    private final HttpClient http;

    Customer(int port, String from, String language) {
        this.port = port;
        this.language = language;
        try {
            this.http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(from))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String form) {
        return post(path, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> other(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Where a form led on to. */
    String followed(String path, HttpResponse<String> answer) {
        return get(path + answer.headers().firstValue("Location").orElseThrow()).body();
    }

    static List<String> all(HttpResponse<?> answer, String header) {
        return answer.headers().allValues(header);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
