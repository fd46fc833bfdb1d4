package org.koploper.kpi;

/** What the goods of a deal cost on the day it was won: the rules of {@code sales.DealCosts}, as SQL. */
final class GoodsCost {

    /** The dated cost of a product that holds on the day of the order: the last one by then, of one day the last written. */
    private static final String DATED = """
            left join product_costs c on c.product_id = p.id and c.from_day <= e.closed_on
              and not exists (select 1 from product_costs n where n.product_id = p.id and n.from_day <= e.closed_on
                and (n.from_day > c.from_day or n.from_day = c.from_day and n.id > c.id))""";

    /** The cost of one; null where it is not known in the currency of the deal. */
    private static final String OF_ONE = """
            (case when c.id is not null then case when c.currency = e.currency then c.cost end
              when p.currency = e.currency then p.cost end)""";

    /**
     * The cost of a deal d; null where it is not known of everything that was sold, so that a sum with it leaves the deal
     * out. The deal is joined once more as e: HSQLDB lets no sum in a subquery see what is outside.
     */
    static final String OF_DEAL = """
            case when exists (select 1 from deal_lines l where l.deal_id = d.id)
              then (select case when count(%1$s) = count(*) then sum(%1$s * l.quantity) end
                from deals e join deal_lines l on l.deal_id = e.id join products p on p.id = l.product_id %2$s
                where e.id = d.id)
              else (select max(%1$s) from deals e join products p on p.id = e.product_id %2$s where e.id = d.id)
              end""".formatted(OF_ONE, DATED);

    private GoodsCost() {}
}
