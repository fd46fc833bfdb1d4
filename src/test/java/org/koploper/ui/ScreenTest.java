package org.koploper.ui;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every test of a screen starts from the same scene and closes its browser. */
@OnHsqldb
public abstract class ScreenTest {

    @Autowired
    protected ApplicationContext context;

    protected Scene scene;

    private Browser browser;

    @BeforeEach
    void prepare() {
        scene = new Scene(context);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Uses this browser until the next one, or the end of the test. */
    protected Browser in(Browser next) {
        browser = next;
        return next;
    }

    /** Signs the present user out. */
    protected void signOut() {
        close();
        browser = null;
    }
}
