package org.koploper.testing;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.koploper.access.RequestId;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a test does in a request, as from somebody's browser. */
public final class InRequest {

    private InRequest() {}

    /** Does it in a request from that address, and answers the id that the request got. */
    public static String from(String address, RequestId ids, Runnable work) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            ids.doFilter(request, response, (asked, answered) -> work.run());
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
        return String.valueOf(response.getHeader("X-Request-Id"));
    }
}
