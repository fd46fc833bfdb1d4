package org.koploper.audit;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.HR;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.access.Role;

/**
 * What things are done to, and who may read how they changed. Administration sees that something was done to every kind of
 * thing, but what it was and became only where it is listed here: a kind that nobody decided about withholds it, so that
 * pay cannot leak through the trail. Finance and human resources see what is listed for them, and nothing else.
 */
public final class AuditSubjects {

    private static final Map<String, Set<Role>> READERS = readers();

    private AuditSubjects() {}

    private static Map<String, Set<Role>> readers() {
        Map<String, Set<Role>> readers = new LinkedHashMap<>();
        let(
                readers,
                List.of(
                        "account",
                        "boards",
                        "demo",
                        "import",
                        "mail",
                        "mail-text",
                        "mapping",
                        "notice",
                        "totals",
                        "view",
                        "webhook"),
                ADMIN);
        let(
                readers,
                List.of("organisation", "sales-settings", "metric-text", "own-kpi", "commission-run", "ledger"),
                ADMIN,
                FINANCE);
        let(
                readers,
                List.of("person", "people", "team", "teams", "job-role", "job-roles", "absence", "absences"),
                ADMIN,
                HR);
        let(readers, List.of("closing-day", "closing-days", "boards"), ADMIN, HR);
        let(
                readers,
                List.of(
                        "customer",
                        "customers",
                        "product",
                        "products",
                        "product-cost",
                        "product-costs",
                        "lead",
                        "leads",
                        "market-size",
                        "market-sizes",
                        "visitor-count",
                        "visitors"),
                ADMIN,
                FINANCE);
        let(readers, List.of("deal", "deals", "quote", "quotes", "line", "lines"), ADMIN, FINANCE);
        let(readers, List.of("credit-note", "credit-notes", "invoice", "invoices"), ADMIN, FINANCE);
        let(
                readers,
                List.of("payment", "payments", "rate", "rates", "target", "targets", "score", "scores"),
                ADMIN,
                FINANCE);
        let(readers, List.of("activity", "activities", "effort", "efforts"), ADMIN);
        // what a customer wrote goes neither where pay is read nor where colleagues are asked
        let(
                readers,
                List.of("customer-answer", "survey-answers-customer", "customer-question", "customer-questions"),
                ADMIN);
        // what somebody earns, or by which rules, is no business of administration; some costs are salaries
        let(readers, List.of("plan", "period", "cost", "costs"), FINANCE);
        return readers;
    }

    private static void let(Map<String, Set<Role>> readers, List<String> kinds, Role... roles) {
        kinds.forEach(kind ->
                readers.computeIfAbsent(kind, k -> EnumSet.noneOf(Role.class)).addAll(Arrays.asList(roles)));
    }

    /** Every kind that was decided about, in alphabetical order. */
    public static List<String> all() {
        return READERS.keySet().stream().sorted().toList();
    }

    /** Those of which somebody with these roles sees that something was done. */
    public static List<String> seenBy(Set<Role> roles) {
        return roles.contains(ADMIN) ? all() : readable(roles);
    }

    /** Those of which somebody with these roles may read what was and became. */
    static List<String> readable(Set<Role> roles) {
        return READERS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
