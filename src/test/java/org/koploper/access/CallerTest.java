package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Who acts, inside the thread of a screen, where the session remembers who signed in. */
class CallerTest {

    private static final CurrentUser MANAGER = new CurrentUser(new PersonId(7), "Bram", Set.of(Role.MANAGER), false);

    private SecurityContextHolderStrategy before;

    @BeforeEach
    void openAScreen() {
        before = SecurityContextHolder.getContextHolderStrategy();
        SecurityContextHolder.setContextHolderStrategy(new VaadinAwareSecurityContextHolderStrategy());
        MockVaadin.setup();
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(new UsernamePasswordAuthenticationToken(MANAGER, null, Set.of())));
    }

    @AfterEach
    void closeIt() {
        MockVaadin.tearDown();
        SecurityContextHolder.setContextHolderStrategy(before);
    }

    @Test
    void theProductActsInItsOwnNameAlsoInsideAScreen() {
        VaadinSession session = VaadinSession.getCurrent();

        CurrentUser during = Caller.asSystem(Caller::now);

        assertThat(during).isEqualTo(CurrentUser.SYSTEM);
        assertThat(Caller.now()).isEqualTo(MANAGER);
        assertThat(VaadinSession.getCurrent()).isSameAs(session);
    }
}
