package org.koploper.demo;

import java.util.List;

/** The sign-ins of the demo data, shown on the sign-in page. There is such a bean in the demo profile only. */
public interface DemoSignIns {

    List<SignIn> all();

    /**
     * One of them.
     *
     * @param name of the person
     * @param roleKey translation key of what the person does, such as {@code demo.role.rep}
     */
    record SignIn(String username, String password, String name, String roleKey) {}
}
