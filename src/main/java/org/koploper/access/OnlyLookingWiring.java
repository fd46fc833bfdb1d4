package org.koploper.access;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * Refuses whoever only looks as somebody else in front of every method of the product that opens a transaction to write,
 * before anything else happens there. Writing the audit trail is one of them, so that a change which came in by another
 * way cannot be committed either.
 */
@Configuration(proxyBeanMethods = false)
class OnlyLookingWiring {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor onlyLooking() {
        var advisor = new DefaultPointcutAdvisor(new Writing(), (MethodInterceptor) call -> {
            if (Caller.now().onlyLooks()) {
                throw new OnlyLooking();
            }
            return call.proceed();
        });
        // after the question who may, which has its own answer, and in front of the transaction
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    /** Where the product writes, as the methods say themselves. */
    private static final class Writing extends StaticMethodMatcherPointcut {

        private final AnnotationTransactionAttributeSource declared = new AnnotationTransactionAttributeSource();

        private Writing() {
            setClassFilter(type -> type.getName().startsWith("org.koploper."));
        }

        @Override
        public boolean matches(java.lang.reflect.Method method, Class<?> type) {
            TransactionAttribute transaction = declared.getTransactionAttribute(method, type);
            return transaction != null && !transaction.isReadOnly();
        }
    }
}
