package org.koploper.commission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.document.PlanText;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.TierRule;
import org.koploper.period.Period;
import org.koploper.sales.Cash;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.Credits;
import org.koploper.sales.RateTables;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people stand on the tiers of the plan that pays them: the same credits that the engine moves through them. */
@Service
public class Tiers {

    private final Coverage coverage;
    private final Credits credits;
    private final RateTables rates;
    private final Cash cash;

    Tiers(Coverage coverage, Credits credits, RateTables rates, Cash cash) {
        this.cash = cash;
        this.coverage = coverage;
        this.credits = credits;
        this.rates = rates;
    }

    /**
     * One for each component with a rate or tiers of the plan in force at the end of that month, with all that was credited up to then; none
     * where no plan was assigned.
     */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<TierStand> of(PersonId person, YearMonth month) {
        Piece piece = coverage.of(List.of(person)).getOrDefault(person, List.of()).stream()
                .filter(one -> one.touches(month))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (piece == null) {
            return List.of();
        }
        List<Credit> moved = Caller.asSystem(() -> credits(person, piece, month));
        return piece.terms().components().stream()
                .filter(PlanText::isPlain)
                .map(component -> stand(piece, component, month, moved))
                .toList();
    }

    /** In the plan's currency; what has no exchange rate yet moves nothing, as in the engine. */
    private List<Credit> credits(PersonId person, Piece piece, YearMonth month) {
        LocalDate first = piece.terms().window(month).from();
        List<CreditedDeal> deals = credits.of(List.of(person), new Period(first, month.atEndOfMonth()));
        Details details = piece.followsInvoices()
                ? new Details(
                        Map.of(),
                        Map.of(),
                        cash.invoiceDays(deals.stream().map(CreditedDeal::deal).toList()),
                        Map.of())
                : Details.NONE;
        DealCredits own = DealCredits.of(List.of(deals), credits, rates, details, Set.of());
        DatedRates dated = own.rates(piece.terms());
        return Engine.moving(
                piece.terms(),
                Circumstances.NONE.history(
                        person, piece, own.of(deals), new Beside(List.of(), List.of(), List.of(), List.of(), dated)));
    }

    private static TierStand stand(Piece piece, Component component, YearMonth month, List<Credit> moved) {
        return switch (component.rule()) {
            case FlatRate flat ->
                stand(
                        piece,
                        component,
                        null,
                        BigDecimal.ZERO,
                        List.of(new TierStand.Tier(BigDecimal.ZERO, null, flat.rate())),
                        0);
            case TierRule tiers -> {
                Period window = tiers.accumulate() == Accumulate.NONE
                        ? null
                        : tiers.accumulate().window(month.atDay(1));
                BigDecimal position = window == null ? BigDecimal.ZERO : sum(moved, window);
                yield stand(
                        piece,
                        component,
                        window,
                        position,
                        tiers.bands().stream()
                                .map(band -> new TierStand.Tier(band.from(), band.to(), band.rate()))
                                .toList(),
                        tiers.bandAt(position));
            }
            default -> throw new IllegalArgumentException("No tiers: " + component.rule());
        };
    }

    private static TierStand stand(
            Piece piece,
            Component component,
            @Nullable Period window,
            BigDecimal position,
            List<TierStand.Tier> tiers,
            int current) {
        return new TierStand(component.name(), piece.plan().currency(), window, position, tiers, current);
    }

    private static BigDecimal sum(List<Credit> credits, Period window) {
        return credits.stream()
                .filter(credit -> window.contains(credit.date()))
                .map(credit -> credit.dealAmount().multiply(credit.share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
