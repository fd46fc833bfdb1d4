package org.koploper.sales;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koploper.access.SignedInOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers among those the caller may know of: of the deals that the caller may see; finance and administration find
 * all. A customer of foreign deals only stays unknown, since even its name would tell of the deal.
 */
@Service
public class CustomerSearch {

    private final JdbcClient jdbc;
    private final DealScope scope;

    CustomerSearch(JdbcClient jdbc, DealScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /**
     * Those whose name or external id holds the words, whatever the case, by name.
     *
     * @param most how many at most, from 1
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Found> find(String words, int most) {
        return read(
                "(lower(c.name) like :words escape '!' or lower(c.external_id) like :words escape '!')",
                "words",
                DealList.pattern(words),
                most);
    }

    /** The customer with that external id; empty when there is none or the caller may not know of it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<Found> find(String externalId) {
        return read("c.external_id = :id", "id", externalId, 1).stream().findFirst();
    }

    private List<Found> read(String condition, String name, String value, int most) {
        Map<String, Object> params = new HashMap<>(Map.of(name, value, "most", most));
        String seen = "";
        if (!scope.everything()) {
            DealScope.Condition deal = scope.seesDeal();
            params.putAll(deal.params());
            seen = " and exists (select 1 from deals d where d.customer_id = c.id and " + deal.sql() + ")";
        }
        return jdbc.sql("select c.external_id, c.name from customers c where " + condition + seen
                        + " order by c.name, c.id fetch next :most rows only")
                .params(params)
                .query((row, number) -> new Found(row.getString("external_id"), row.getString("name")))
                .list();
    }

    /** Enough of a customer to show and to link. */
    public record Found(String externalId, String name) {}
}
