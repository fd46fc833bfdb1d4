package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Which request something was done in, and from where. */
class OriginTest {

    @Test
    void theIdOfARequestIsThatOfItsLogItsAnswerAndItsReferenceAndIsGoneAfterIt() throws Exception {
        List<String> ids = new ArrayList<>();
        MockHttpServletResponse response = new MockHttpServletResponse();

        new RequestId().doFilter(new MockHttpServletRequest(), response, (asked, answered) -> {
            ids.add(Origin.now().orElseThrow().request());
            ids.add(RequestId.current());
            ids.add(MDC.get(RequestId.KEY));
        });

        assertThat(ids).hasSize(3).containsOnly(response.getHeader("X-Request-Id"));
        assertThat(Origin.now()).isEmpty();
        assertThat(MDC.get(RequestId.KEY)).isNull();
    }

    @Test
    void thePageAboutAnErrorIsOfTheRequestThatFailed() throws Exception {
        List<Optional<Origin>> origins = new ArrayList<>();
        MockHttpServletRequest request = new MockHttpServletRequest();
        RequestId filter = new RequestId();

        filter.doFilter(request, new MockHttpServletResponse(), (asked, answered) -> origins.add(Origin.now()));
        request.setDispatcherType(DispatcherType.ERROR);
        filter.doFilter(request, new MockHttpServletResponse(), (asked, answered) -> origins.add(Origin.now()));

        assertThat(origins).hasSize(2).doesNotContain(Optional.empty());
        assertThat(origins.getLast()).isEqualTo(origins.getFirst());
    }

    @Test
    void anAddressLosesItsLastPartAndWhatIsNoneIsNoNetwork() throws Exception {
        assertThat(network("203.0.113.77")).isEqualTo("203.0.113.…");
        assertThat(network("2001:db8:12:34:56:78:9a:bc")).isEqualTo("2001:db8:12:…");
        assertThat(network("sales.example")).isNull();
    }

    private static String network(String address) throws Exception {
        List<Origin> origins = new ArrayList<>();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        new RequestId()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (asked, answered) -> Origin.now().ifPresent(origins::add));
        return origins.getFirst().network();
    }

    @Test
    void whatAProxySaysCountsOnlyWhereProxiesAreTrusted() throws Exception {
        assertThat(behindProxy("--server.forward-headers-strategy=native")).isEqualTo("203.0.113.…");
        assertThat(behindProxy("--server.forward-headers-strategy=none")).isEqualTo("127.0.0.…");
    }

    private static String behindProxy(String setting) throws Exception {
        try (var context = new SpringApplicationBuilder(Echo.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                setting,
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off");
                HttpClient http = HttpClient.newHttpClient()) {
            int port = ((ServletWebServerApplicationContext) context)
                    .getWebServer()
                    .getPort();
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .header("X-Forwarded-For", "203.0.113.77")
                            .build(),
                    BodyHandlers.ofString());
            return answer.body();
        }
    }

    /** A server that says from where it was asked, and nothing else of the product. */
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Echo {

        @Bean
        RequestId requestId() {
            return new RequestId();
        }

        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {

                        private static final long serialVersionUID = 1L;

                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setCharacterEncoding("UTF-8");
                            response.getWriter()
                                    .print(Origin.now().orElseThrow().network());
                        }
                    },
                    "/");
        }
    }
}
