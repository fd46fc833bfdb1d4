package org.koploper.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list can be taken elsewhere: as a file, as a copied table, on paper. */
@OnDemo
class ListsLeaveTest extends Walk {

    /**
     * Lists outside of a place with the menu; tiles only tell of a list that is elsewhere; links, fields, steps to follow,
     * legends of charts and the samples for developers are none.
     */
    private static final String WITHOUT_A_WAY = """
            () => [...document.querySelectorAll('main :is(ul, ol, table, vaadin-grid)')]
                .filter(list => !list.closest('.kp-list:has(.kp-export)'))
                .filter(list => !list.closest('vaadin-card:not(:has(.kp-export)), nav, .kp-kinds, .kp-empty, details'))
                .filter(list => !list.matches('.kp-places, .kp-first-steps, .kp-instructions, .kp-legend') && !location.pathname.startsWith('/dev/'))
                .map(list => list.localName + '.' + list.className)""";

    @Autowired
    ServletContext servlets;

    @Autowired
    JdbcClient jdbc;

    @Test
    @SuppressWarnings("unchecked")
    void everyListHasTheMenuToLeaveTheScreen() {
        List<String> findings = new ArrayList<>();
        AccessibilityTest.everyScreen(servlets, jdbc).forEach((username, all) -> {
            try (Visitor visitor = signIn(username)) {
                for (String address : all) {
                    visitor.leaveFor(address);
                    Page page = visitor.arrive();
                    ((List<String>) page.evaluate(WITHOUT_A_WAY))
                            .forEach(list -> findings.add("/" + address + ": " + list));
                }
            }
        });

        assertThat(findings).isEmpty();
    }
}
