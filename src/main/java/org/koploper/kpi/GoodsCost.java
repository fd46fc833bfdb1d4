package org.koploper.kpi;

/** What the goods of a deal cost on the day it was won: the rules of {@code sales.DealCosts}, as SQL. */
final class GoodsCost {

    /** The cost of one of a product on the day of the order; null where it is not known in the currency of the deal. */
    private static final String OF_ONE = """
            coalesce(
              (select case when c.currency = d.currency then c.cost end from product_costs c
                where c.id = (select max(y.id) from product_costs y where y.product_id = p.id and y.from_day =
                  (select max(z.from_day) from product_costs z where z.product_id = p.id and z.from_day <= d.closed_on))),
              case when p.currency = d.currency and not exists (select 1 from product_costs z
                where z.product_id = p.id and z.from_day <= d.closed_on) then p.cost end)""";

    /**
     * The cost of a deal d; null where it is not known of everything that was sold, so that a sum with it leaves the deal
     * out.
     */
    static final String OF_DEAL = """
            case when exists (select 1 from deal_lines l where l.deal_id = d.id)
              then (select case when count(%1$s) = count(*) then sum(%1$s * l.quantity) end
                from deal_lines l join products p on p.id = l.product_id where l.deal_id = d.id)
              else (select %1$s from products p where p.id = d.product_id) end""".formatted(OF_ONE);

    private GoodsCost() {}
}
