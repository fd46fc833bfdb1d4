package org.koploper.webhook;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Brings one delivery to its receiver, signed, and says what the answer was. Follows no redirect, keeps no cookie, waits
 * for {@value #LONGEST_SECONDS} seconds at most however slowly somebody answers, and does not read what they say.
 */
@Component
class Courier implements DisposableBean {

    static final int LONGEST_SECONDS = 15;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MOST_CONNECTIONS = 20;

    private final CloseableHttpClient client;
    private final Duration longest;

    @org.springframework.beans.factory.annotation.Autowired
    Courier(Reachable reachable) {
        this(reachable, Duration.ofSeconds(LONGEST_SECONDS));
    }

    Courier(Reachable reachable, Duration longest) {
        this.longest = longest;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(reachable)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(Timeout.of(longest))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setResponseTimeout(Timeout.of(longest))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Koploper-Webhooks")
                .build();
    }

    /**
     * What came back.
     *
     * @param status null where nothing did
     * @param fault why not; null where something did
     */
    record Answer(@Nullable Integer status, @Nullable String fault) {

        boolean isYes() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver wants nothing any more. */
        boolean isGone() {
            return status != null && status == 410;
        }
    }

    /** @param secrets each of them signs: while a secret is being replaced, the receiver may know either */
    Answer bring(String url, List<String> secrets, String id, long timestamp, String body) {
        HttpPost post = new HttpPost(url);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", timestamp);
        post.setHeader(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> Signature.of(secret, id, timestamp, body))
                        .collect(Collectors.joining(" ")));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        // each single read has its own limit: who sends a byte now and then would hold us for ever
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                post::abort, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        Integer status = null;
        try (ClassicHttpResponse answer = client.executeOpen(null, post, null)) {
            status = answer.getCode();
            // before it is closed, or what they say would be read to its end
            post.abort();
        } catch (IOException e) {
            if (status == null) {
                return new Answer(null, fault(e, post.isAborted()));
            }
        } finally {
            end.cancel(false);
        }
        return new Answer(status, null);
    }

    private static String fault(IOException e, boolean aborted) {
        return switch (e) {
            case Reachable.AddressRefused refused -> "address-refused";
            case SSLException untrusted -> "not-trusted";
            case SocketTimeoutException late -> "timed-out";
            default -> aborted ? "timed-out" : "not-reached";
        };
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
