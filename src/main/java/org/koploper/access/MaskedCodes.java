package org.koploper.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes the code out of an address when the request is done, which is before the server writes it to the log of requests,
 * where an operator has one: whoever reads that could answer in the name of others.
 */
@Component
class MaskedCodes implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Masking());
    }

    private static final class Masking extends ValveBase {

        Masking() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            try {
                getNext().invoke(request, response);
            } finally {
                String masked = CodeAddresses.masked(request.getDecodedRequestURI());
                if (masked != null) {
                    request.getCoyoteRequest().requestURI().setString(masked);
                }
            }
        }
    }
}
