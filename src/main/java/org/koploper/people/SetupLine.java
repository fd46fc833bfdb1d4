package org.koploper.people;

import org.koploper.access.Caller;
import org.koploper.access.FirstAccount;
import org.koploper.access.SetupCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * At a start at which nobody can sign in, says in the log where the product is set up and with which code. There is no
 * default password that anybody could try.
 */
@Component
@Order(SetupLine.ORDER)
class SetupLine implements ApplicationRunner {

    /** After everything that brings accounts or locks them. */
    static final int ORDER = 100;

    private static final Logger LOG = LoggerFactory.getLogger(SetupLine.class);

    private final FirstAccount account;
    private final SetupCode code;
    private final Environment environment;

    SetupLine(FirstAccount account, SetupCode code, Environment environment) {
        this.account = account;
        this.code = code;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (Caller.asSystem(account::missing)) {
            LOG.warn("""


                    ------------------------------------------------------------------------------
                      Nobody can sign in yet. Set Koploper up:
                      SET-UP at {}/setup with the code {}
                      The code works once, until the next start, and is stored nowhere.
                    ------------------------------------------------------------------------------
                    """, address(), code.create());
        }
    }

    private String address() {
        String base = environment.getProperty("koploper.base-url", "");
        return base.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : base.replaceFirst("/+$", "");
    }
}
