package org.koploper.sales;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.access.Role.REP;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Audience.Reach.BELOW;
import static org.koploper.records.Audience.Reach.OWN;

import org.koploper.records.Audience;

/**
 * Who may see and change sales records by hand. Seeing follows {@link DealScope}: the own ones, shared ones included, those
 * of the people below, and all of them for finance and administration.
 */
final class Audiences {

    /** The deal is not decided yet: nothing has been earned with it. */
    static final String OPEN = "stage in ('PROSPECTING', 'ENGAGING', 'QUOTED')";

    private Audiences() {}

    /** What everybody who sells shares: seen by all of them. */
    static Audience ofEverySeller() {
        return Audience.ofAll().let(SEE, ALL, REP, MANAGER, FINANCE, ADMIN);
    }

    /** What one seller does: kept by oneself and by those above. */
    static Audience ofSeller(String column) {
        return seen(Audience.ofPerson(column))
                .let(CHANGE, OWN, REP, MANAGER)
                .let(REMOVE, OWN, REP, MANAGER)
                .let(CHANGE, BELOW, MANAGER)
                .let(REMOVE, BELOW, MANAGER)
                .let(CHANGE, ALL, ADMIN)
                .let(REMOVE, ALL, ADMIN);
    }

    /** Deals: while they are open by the owner too; what has been earned with is decided by those above. */
    static Audience ofDeals() {
        return decided(
                seen(Audience.ofPerson("owner_id")
                        .sharedThrough("deal_splits x where x.deal_id = r.id", "x.person_id")
                        .sharedThrough("deal_overlays x where x.deal_id = r.id", "x.person_id")),
                "r." + OPEN);
    }

    /** What belongs to a deal, kept by whoever may change the deal. */
    static Audience ofPartOfDeal() {
        return decided(seen(throughDeal()), "exists (select 1 from deals o where o.id = r.deal_id and o." + OPEN + ")");
    }

    /** Papers that follow a deal, kept by finance and by those above its owner. */
    static Audience ofPaperOfDeal() {
        return seen(throughDeal())
                .let(CHANGE, BELOW, MANAGER)
                .let(REMOVE, BELOW, MANAGER)
                .let(CHANGE, ALL, FINANCE, ADMIN)
                .let(REMOVE, ALL, FINANCE, ADMIN);
    }

    /** Payments, kept by finance. */
    static Audience ofPayments() {
        return seen(Audience.ofPersonThrough(
                                "invoices i join deals d on d.id = i.deal_id where i.id = r.invoice_id", "d.owner_id")
                        .sharedThrough(
                                "invoices i join deal_splits x on x.deal_id = i.deal_id where i.id = r.invoice_id",
                                "x.person_id")
                        .sharedThrough(
                                "invoices i join deal_overlays x on x.deal_id = i.deal_id where i.id = r.invoice_id",
                                "x.person_id"))
                .let(CHANGE, ALL, FINANCE, ADMIN)
                .let(REMOVE, ALL, FINANCE, ADMIN);
    }

    /**
     * Answers of customers: read by whom they are about and by those above, and as the customer gave them: only
     * administration corrects one.
     */
    static Audience ofAnswers() {
        return Audience.ofPerson("person_id")
                .sharedThrough("deals d where d.id = r.deal_id", "d.owner_id")
                .let(SEE, OWN, REP, MANAGER)
                .let(SEE, BELOW, REP, MANAGER)
                .let(SEE, ALL, ADMIN)
                .let(CHANGE, ALL, ADMIN)
                .let(REMOVE, ALL, ADMIN);
    }

    private static Audience throughDeal() {
        return Audience.ofPersonThrough("deals d where d.id = r.deal_id", "d.owner_id")
                .sharedThrough("deal_splits x where x.deal_id = r.deal_id", "x.person_id")
                .sharedThrough("deal_overlays x where x.deal_id = r.deal_id", "x.person_id");
    }

    private static Audience decided(Audience seen, String whileOpen) {
        return seen.letWhere(CHANGE, OWN, whileOpen, REP, MANAGER)
                .letWhere(REMOVE, OWN, whileOpen, REP, MANAGER)
                .let(CHANGE, BELOW, MANAGER)
                .let(REMOVE, BELOW, MANAGER)
                .let(CHANGE, ALL, ADMIN)
                .let(REMOVE, ALL, ADMIN);
    }

    private static Audience seen(Audience tied) {
        return tied.let(SEE, OWN, REP, MANAGER).let(SEE, BELOW, REP, MANAGER).let(SEE, ALL, FINANCE, ADMIN);
    }
}
