package org.koploper.testing;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Before each test nobody is signed in, and the security context is kept where this application context looks for it:
 * every context brings its own strategy, while the holder is one per JVM and keeps the last one that was set.
 */
public class SignedInNobody implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return 3000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
        SecurityContextHolder.clearContext();
    }
}
