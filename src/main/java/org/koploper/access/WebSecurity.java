package org.koploper.access;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Who may reach which address: the API by token, without a session; the screens by sign-in; health for everybody. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class WebSecurity {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
        return http.securityMatcher("/api/**", "/v3/api-docs/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerFilter(tokens), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v3/api-docs")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, e) -> problem(response, 401, "unauthorized"))
                        .accessDeniedHandler((request, response, e) -> problem(response, 403, "forbidden")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http, RequestUtil vaadinRequests, AccountRows accounts) throws Exception {
        // Vaadin would also leave out the sign-in page, and somebody could be signed in as another without noticing
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest));
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/sign-in", "/sign-in.css", "/icons/**", "/styles.css", "/error")
                        .permitAll());
        http.addFilterBefore(new StillAllowed(accounts), AuthorizationFilter.class);
        AskedFirst asked = new AskedFirst(vaadinRequests);
        http.exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(asked, asked::isFor));
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new GoOn());
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.enableCsrfConfiguration(false).loginView("/sign-in", "/sign-in?out"))
                .build();
    }

    private static void problem(HttpServletResponse response, int status, String code) throws java.io.IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + (status == 401 ? "Unauthorized" : "Forbidden")
                        + "\",\"status\":" + status + ",\"code\":\"" + code + "\"}");
    }
}
