package org.koploper.access;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Who may reach which address: the API by token, pages with a code by that code, both without a session; the screens by
 * sign-in; health for everybody.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class WebSecurity {

    @Bean
    PasswordEncoder passwordEncoder() {
        // bcrypt alone: hashes of before
        return new DelegatingPasswordEncoder(
                LongPasswords.ID, Map.of(LongPasswords.ID, new LongPasswords(), "bcrypt", new BCryptPasswordEncoder()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Attempts attempts, AttemptNotes notes)
            throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs/**")
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerFilter(tokens, attempts, notes), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v3/api-docs")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> problem(response, 401, "Unauthorized", "unauthorized"))
                        .accessDeniedHandler(
                                (request, response, e) -> problem(response, 403, "Forbidden", "forbidden")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /**
     * Pages for people without an account. No protection against forged requests, since there is nothing to forge: no cookie
     * is read here, so a browser adds nothing by itself that another page could use. Who sends the code knows it, and may
     * answer with it.
     */
    @Bean
    @Order(3)
    SecurityFilterChain codes(HttpSecurity http) throws Exception {
        return http.securityMatcher(CodeAddresses::open)
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // files are not asked for, and would be read before anybody looks at them
                .authorizeHttpRequests(requests -> requests.requestMatchers(WebSecurity::sendsFiles)
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static boolean sendsFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Bean
    @Order(4)
    SecurityFilterChain screens(
            HttpSecurity http,
            RequestUtil vaadinRequests,
            AccountRows accounts,
            SessionTable sessions,
            Looks looks,
            CompanySignIn company,
            PasskeyParty passkeys,
            ProvenSignIn proven,
            SignInWays ways)
            throws Exception {
        // Vaadin would also leave out the sign-in page, and somebody could be signed in as another without noticing
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest));
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                        "/sign-in",
                        "/sign-in.css",
                        "/answer.css",
                        "/passkey.js",
                        "/icons/*.svg",
                        "/icons/*.png",
                        "/manifest.webmanifest",
                        "/sw.js",
                        "/styles.css",
                        "/schema/*")
                .permitAll()
                // a document beside a screen; whose it is, its own rule says
                .requestMatchers("/statements/*/*/pdf")
                .authenticated());
        // all headers come from SafeHeaders
        http.headers(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new StillAllowed(accounts, sessions, looks), AuthorizationFilter.class);
        AskedFirst asked = new AskedFirst(vaadinRequests);
        http.exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(asked, asked::isFor));
        GoOn next = new GoOn();
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, next);
        company.addTo(http, next);
        if (passkeys.operations().isPresent()) {
            http.with(new PasskeySignIn(passkeys.operations().get(), proven, ways), passkey -> {});
        }
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.enableCsrfConfiguration(false).loginView("/sign-in", "/sign-in?out"))
                // the same two answers for names that exist and names that do not
                .formLogin(form -> form.failureHandler((request, response, e) ->
                        response.sendRedirect((e instanceof LockedException ? "/sign-in?wait" : "/sign-in?error")
                                + ContinueAt.handedOn(request))))
                .build();
    }

    /** Addresses that could be read in two ways are refused before anything else; programs are told so in their own form. */
    @Bean
    RequestRejectedHandler rejected() {
        RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();
        return (request, response, refused) -> {
            if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
                problem(response, 400, "Bad Request", "invalid-request");
            } else {
                others.handle(request, response, refused);
            }
        };
    }

    static void problem(HttpServletResponse response, int status, String title, String code)
            throws java.io.IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\""
                        + code + "\"}");
    }
}
