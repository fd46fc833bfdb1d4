package org.koploper.access;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps what a page still asks for after its session is over from beginning another one: its cookie would come after that
 * of the page to sign in on, whose form then belongs to a session that is gone.
 */
@Configuration(proxyBeanMethods = false)
class PushSessions {

    @Bean
    static BeanPostProcessor noSessionByPush() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter("org.atmosphere.cpr.sessionCreate", "false");
                }
                return bean;
            }
        };
    }
}
