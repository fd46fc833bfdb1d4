package org.koploper.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.koploper.sales.DealScope.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer could buy besides: families that customers with something in common bought, most of them first. They are
 * looked for among the customers of the latest orders of the whole organisation, and only told as numbers. One statement.
 */
@Service
public class CrossSelling {

    /** Customers of so many of the latest orders are compared, so that the question costs the same in a large house. */
    static final int LATEST_ORDERS = 1_000;

    private static final String WHOM = """
            (select t.customer_id, 1 as own from (%s) t where t.customer_id is not null
             union select r.customer_id, 0 as own from (select l.customer_id from deals l where l.stage = 'WON'
               and l.customer_id is not null and l.closed_on <= :today order by l.closed_on desc, l.id desc
               fetch first :latest rows only) r)""";

    private static final String BOUGHT = """
            select x.own, x.customer_id, p.family from %s x join deals d on d.customer_id = x.customer_id
              %s where coalesce(d.stage, '') = 'WON' and p.family is not null""";

    private static final String OF_DEAL = "join products p on p.id = d.product_id";
    private static final String OF_LINE =
            "join deal_lines n on n.deal_id = d.id join products p on p.id = n.product_id";

    private final JdbcClient jdbc;
    private final DealScope scope;
    private final Clock clock;

    CrossSelling(JdbcClient jdbc, DealScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * For a customer, by external id; none for a customer who bought nothing or whom there is not, and where too few
     * customers are comparable.
     */
    @PreAuthorize("hasAnyRole('REP','MANAGER','FINANCE','ADMIN')")
    @Transactional(readOnly = true)
    public List<NextFamily> forCustomer(String customer) {
        return families("select k.id as customer_id from customers k where k.external_id = :about", customer, Map.of());
    }

    /** For the customer of a deal, by its external id; none as well where the caller may not see the deal. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','FINANCE','ADMIN')")
    @Transactional(readOnly = true)
    public List<NextFamily> forDeal(String deal) {
        Condition seen = scope.seesDeal();
        return families(
                "select d.customer_id from deals d where d.external_id = :about and " + seen.sql(),
                deal,
                seen.params());
    }

    private List<NextFamily> families(String target, String about, Map<String, Object> params) {
        Set<String> own = new HashSet<>();
        Set<Long> self = new HashSet<>();
        Map<Long, Set<String>> others = new HashMap<>();
        String whom = WHOM.formatted(target);
        jdbc.sql(BOUGHT.formatted(whom, OF_DEAL) + " union " + BOUGHT.formatted(whom, OF_LINE))
                .params(params)
                .param("about", about)
                .param("today", LocalDate.now(clock))
                .param("latest", LATEST_ORDERS)
                .query(row -> {
                    if (row.getInt("own") == 1) {
                        self.add(row.getLong("customer_id"));
                        own.add(row.getString("family"));
                    } else {
                        others.computeIfAbsent(row.getLong("customer_id"), customer -> new HashSet<>())
                                .add(row.getString("family"));
                    }
                });
        // the customer's own order may be one of the latest
        others.keySet().removeAll(self);
        return ranked(own, others.values());
    }

    private static List<NextFamily> ranked(Set<String> own, Collection<Set<String>> others) {
        List<Set<String>> comparable = others.stream()
                .filter(families -> !Collections.disjoint(families, own))
                .toList();
        if (comparable.size() < NextFamily.FEWEST) {
            return List.of();
        }
        Map<String, Integer> buyers = new TreeMap<>();
        comparable.forEach(families -> families.stream()
                .filter(family -> !own.contains(family))
                .forEach(family -> buyers.merge(family, 1, Integer::sum)));
        return buyers.entrySet().stream()
                .filter(family -> family.getValue() >= NextFamily.FEWEST_BUYERS)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NextFamily.MOST)
                .map(family -> new NextFamily(family.getKey(), family.getValue(), comparable.size()))
                .toList();
    }
}
