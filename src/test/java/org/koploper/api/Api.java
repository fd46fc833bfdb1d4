package org.koploper.api;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.Scope;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outside program that talks to the product, filters and security included. */
final class Api {

    private final MockMvc mvc;
    private final JsonMapper json;
    private final String token;

    private Api(MockMvc mvc, JsonMapper json, String token) {
        this.mvc = mvc;
        this.json = json;
        this.token = token;
    }

    /** With a token of the organisation for these scopes. */
    static Api of(WebApplicationContext product, Scope... scopes) {
        EnumSet<Scope> wanted = EnumSet.noneOf(Scope.class);
        wanted.addAll(java.util.List.of(scopes));
        String token = Caller.asSystem(() -> product.getBean(ApiTokens.class).issue("test", wanted, null));
        return of(product, token);
    }

    /** With that token. */
    static Api of(WebApplicationContext product, String token) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(product)
                .apply(springSecurity())
                .build();
        return new Api(mvc, product.getBean(JsonMapper.class), token);
    }

    /** An answer with its JSON, where it has one. */
    record Answer(MockHttpServletResponse response, JsonNode json) {

        int status() {
            return response.getStatus();
        }

        String code() {
            return json.path("code").asString("");
        }

        String text() {
            try {
                return response.getContentAsString(StandardCharsets.UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Answer call(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            String type = String.valueOf(response.getContentType());
            String body = response.getContentAsString(StandardCharsets.UTF_8);
            return new Answer(
                    response, type.contains("json") && !body.isEmpty() ? json.readTree(body) : json.createObjectNode());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Answer importing(String kind, byte[] file, String mapping, boolean commit, Map<String, String> headers) {
        var request = multipart("/api/v1/imports")
                .file(new MockMultipartFile("file", "file.csv", "text/csv", file))
                .param("kind", kind)
                .param("commit", String.valueOf(commit));
        if (!mapping.isEmpty()) {
            request.param("mapping", mapping);
        }
        headers.forEach(request::header);
        return call(request);
    }

    Answer trying(String kind, String file, String mapping) {
        return importing(kind, file.getBytes(StandardCharsets.UTF_8), mapping, false, Map.of());
    }

    Answer taking(String kind, String file, String mapping) {
        return importing(kind, file.getBytes(StandardCharsets.UTF_8), mapping, true, Map.of());
    }
}
