package org.koploper.ui.signin;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@OnHsqldb
class SignInPageTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc web;

    @BeforeEach
    void start() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void isPlainHtmlWithATokenAgainstForgedRequests() throws Exception {
        web.perform(get("/sign-in").header("Accept-Language", "en-GB"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"en-GB\">")))
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(containsString("autofocus")))
                .andExpect(content().string(not(containsString("<script"))));
    }

    @Test
    void speaksTheLanguageOfTheBrowserUnlessAnotherIsChosen() throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(get("/sign-in").session(session).header("Accept-Language", "nl"))
                .andExpect(content().string(containsString("Wachtwoord")));
        web.perform(get("/sign-in?lang=en").session(session).header("Accept-Language", "nl"))
                .andExpect(content().string(containsString("Password")));
        web.perform(get("/sign-in?error").session(session).header("Accept-Language", "nl"))
                .andExpect(content().string(containsString("do not belong together")));
        web.perform(get("/sign-in").header("Accept-Language", "fr"))
                .andExpect(content().string(containsString("<html lang=\"nl-BE\">")));
    }

    @Test
    void saysThatOneIsSignedOut() throws Exception {
        web.perform(get("/sign-in?out").header("Accept-Language", "nl"))
                .andExpect(content().string(containsString("Je bent afgemeld.")));
    }

    @Test
    void noDemoSignInsWithoutDemo() throws Exception {
        web.perform(get("/sign-in")).andExpect(content().string(not(containsString("class=\"demo\""))));
    }

    @Test
    void aWrongPasswordLeadsBackAndARightOneLeadsOn() throws Exception {
        String username = account();

        web.perform(post("/sign-in").with(csrf()).param("username", username).param("password", "wrong"))
                .andExpect(redirectedUrl("/sign-in?error"));
        web.perform(post("/sign-in")
                        .with(csrf())
                        .param("username", username)
                        .param("password", "correct horse battery"))
                .andExpect(redirectedUrl("/"));
    }

    private String account() {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Tom', 'BE', 0)")
                .param("id", person.value())
                .param("ref", "sign-in-" + person)
                .update();
        Caller.asSystem(
                () -> accounts.open(person, "sign-in-" + person, "correct horse battery", false, Set.of(Role.REP)));
        return "sign-in-" + person;
    }

    @Test
    void whoAsksForAScreenComesToItAfterSigningIn() throws Exception {
        web.perform(get(URI.create("/statements/7/2026-10?line=D-1&view=a%20b")))
                .andExpect(
                        redirectedUrl("/sign-in?continue=%2Fstatements%2F7%2F2026-10%3Fline%3DD-1%26view%3Da%2520b"));
        web.perform(get("/sign-in").param("continue", "/statements/7?line=D-1"))
                .andExpect(content().string(containsString("name=\"continue\" value=\"/statements/7?line&#x3D;D-1\"")));
        web.perform(post("/sign-in")
                        .with(csrf())
                        .param("username", account())
                        .param("password", "correct horse battery")
                        .param("continue", "/statements/7?line=D-1"))
                .andExpect(redirectedUrl("/statements/7?line=D-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example",
                "https:evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "javascript:alert(1)",
                "%2F%2Fevil.example",
                "evil.example",
                "/ /evil.example",
                "/sign-in?continue=/team",
                ""
            })
    void nobodyIsLedToAnotherPlaceThanThisProduct(String address) throws Exception {
        web.perform(get("/sign-in").param("continue", address))
                .andExpect(content().string(not(containsString("name=\"continue\""))));
        web.perform(post("/sign-in")
                        .with(csrf())
                        .param("username", account())
                        .param("password", "correct horse battery")
                        .param("continue", address))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void aRequestWithoutTheTokenIsRefused() throws Exception {
        web.perform(post("/sign-in").param("username", "x").param("password", "y"))
                .andExpect(status().is4xxClientError());
    }
}
