package org.koploper.ui.statement;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Set;

/** What led to an entry of the ledger, in words. */
final class Causes {

    private static final Set<String> CAUSES = Set.of(
            "sales-changed",
            "people-changed",
            "rates-changed",
            "targets-changed",
            "goods-changed",
            "scores-changed",
            "plan-version",
            "assigned",
            "assignment-ended",
            "new-month");

    private Causes() {}

    /** The code and its object in words; an object that only says the number of a batch helps nobody. */
    static String inWords(String cause) {
        String[] parts = cause.split(" ", 2);
        return CAUSES.contains(parts[0])
                ? I18NProvider.translate("statement.cause." + parts[0], parts.length > 1 ? parts[1] : "")
                : I18NProvider.translate("statement.cause.other");
    }
}
