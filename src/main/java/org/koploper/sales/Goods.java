package org.koploper.sales;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold in deals and to whom, read in bulk, for commission. */
@Service
public class Goods {

    public static final String VARIANT = "variant";
    public static final String PRODUCT = "product";
    public static final String CATEGORY = "category";
    public static final String SEGMENT = "segment";
    public static final String REGION = "region";

    /** All that is told of a deal. */
    public static final Set<String> TRAITS = Set.of(VARIANT, PRODUCT, CATEGORY, SEGMENT, REGION);

    private final JdbcClient jdbc;

    Goods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one deal sold.
     *
     * @param traits those of {@link #TRAITS} that are known: the product's external id and family, the customer's segment
     *     and region. Of a variant, its own external id is the variant, and product is what it is a variant of, whose family
     *     it has unless it has one of its own. Lines say these where the deal does not, each when it is the same in all
     * @param quantity of all lines together; one where there are none
     */
    public record Sold(Map<String, String> traits, BigDecimal quantity) {

        /** A deal of which nothing is known. */
        public static final Sold UNKNOWN = new Sold(Map.of(), BigDecimal.ONE);

        public Sold {
            traits = Map.copyOf(traits);
        }
    }

    /** By external id of the deal. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<String, Sold> of(Collection<String> deals) {
        Map<String, Map<String, String>> traits = new HashMap<>();
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (List<String> chunk : Chunks.of(new HashSet<>(deals))) {
            readLines(chunk, traits, quantities);
            readDeals(chunk, traits);
        }
        Map<String, Sold> sold = new HashMap<>();
        traits.forEach((deal, known) -> sold.put(deal, new Sold(known, quantities.getOrDefault(deal, BigDecimal.ONE))));
        return sold;
    }

    private void readLines(
            List<String> deals, Map<String, Map<String, String>> traits, Map<String, BigDecimal> quantities) {
        jdbc.sql("""
                select d.external_id, sum(l.quantity) as quantity,
                  min(p.external_id) as variant, max(p.external_id) as other_variant, count(p.variant_of) as variants,
                  min(coalesce(o.external_id, p.external_id)) as product,
                  max(coalesce(o.external_id, p.external_id)) as other_product,
                  min(coalesce(p.family, o.family)) as family, max(coalesce(p.family, o.family)) as other_family,
                  count(coalesce(p.family, o.family)) as families, count(*) as lines
                from deal_lines l join deals d on d.id = l.deal_id join products p on p.id = l.product_id
                  left join products o on o.id = p.variant_of
                where d.external_id in (:deals) group by d.external_id
                """).param("deals", deals).query(row -> {
            String deal = row.getString("external_id");
            Map<String, String> known = traits.computeIfAbsent(deal, one -> new TreeMap<>());
            quantities.put(deal, Decimals.canonical(row.getBigDecimal("quantity")));
            String product = row.getString("product");
            if (product.equals(row.getString("other_product"))) {
                known.put(PRODUCT, product);
            }
            String variant = row.getString("variant");
            if (variant.equals(row.getString("other_variant")) && row.getInt("variants") > 0) {
                known.put(VARIANT, variant);
            }
            String family = row.getString("family");
            if (family != null
                    && family.equals(row.getString("other_family"))
                    && row.getInt("families") == row.getInt("lines")) {
                known.put(CATEGORY, family);
            }
        });
    }

    /** What a deal says of itself holds, whatever its lines say. */
    private void readDeals(List<String> deals, Map<String, Map<String, String>> traits) {
        jdbc.sql("""
                select d.external_id, case when o.id is not null then p.external_id end as variant,
                  coalesce(o.external_id, p.external_id) as product, coalesce(p.family, o.family) as family,
                  c.segment, c.region
                from deals d left join products p on p.id = d.product_id left join products o on o.id = p.variant_of
                  left join customers c on c.id = d.customer_id
                where d.external_id in (:deals)
                """).param("deals", deals).query(row -> {
            Map<String, String> known = traits.computeIfAbsent(row.getString("external_id"), one -> new TreeMap<>());
            String product = row.getString("product");
            if (product != null) {
                known.put(PRODUCT, product);
                known.keySet().removeAll(List.of(VARIANT, CATEGORY));
                put(known, VARIANT, row.getString("variant"));
                put(known, CATEGORY, row.getString("family"));
            }
            put(known, SEGMENT, row.getString("segment"));
            put(known, REGION, row.getString("region"));
        });
    }

    private static void put(Map<String, String> known, String trait, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            known.put(trait, value);
        }
    }
}
