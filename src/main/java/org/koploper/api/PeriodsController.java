package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.NotClosed;
import org.koploper.ledger.PeriodClose;
import org.koploper.money.Decimals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The months of the organisation, for outside programs. */
@RestController
@RequestMapping("/api/v1/periods")
class PeriodsController {

    private final PeriodClose close;
    private final Idempotency idempotency;

    PeriodsController(PeriodClose close, Idempotency idempotency) {
        this.close = close;
        this.idempotency = idempotency;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_statements')")
    ResponseEntity<List<PeriodAnswer>> list(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = Paging.USUAL) int limit,
            HttpServletRequest request) {
        List<PeriodAnswer> all = close.months().stream().map(PeriodAnswer::of).toList();
        return Paging.slice(all, cursor, Paging.limit(limit), request);
    }

    /** Who closes says what it comes to, so that nothing is closed that nobody has seen. */
    @PostMapping("/{month}/close")
    @PreAuthorize("hasAuthority('SCOPE_statements') and hasAuthority('SCOPE_imports')")
    ResponseEntity<?> close(
            @PathVariable("month") String month,
            @RequestBody Confirmed confirmed,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        YearMonth asked = AskedMonth.of(month);
        return idempotency.once(key, "POST periods " + asked + " " + confirmed, () -> {
            try {
                return ResponseEntity.ok(PeriodAnswer.of(close.close(asked, confirmed.amounts())));
            } catch (NotClosed refused) {
                throw problem(refused);
            }
        });
    }

    private static ApiProblem problem(NotClosed refused) {
        String code =
                "period-" + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ApiProblem(HttpStatus.CONFLICT, code, refused.names().toArray(String[]::new));
    }

    /**
     * What the one who closes has seen.
     *
     * @param totals of all statements of the month by currency, as the list gives them
     */
    record Confirmed(@Nullable Map<String, @Nullable String> totals) {

        Map<Currency, BigDecimal> amounts() {
            if (totals == null) {
                throw ApiProblem.invalid("totals", "missing");
            }
            Map<Currency, BigDecimal> amounts = new HashMap<>();
            totals.forEach((currency, total) -> {
                try {
                    amounts.put(Currency.getInstance(currency), Decimals.parse(total == null ? "" : total));
                } catch (IllegalArgumentException e) {
                    throw ApiProblem.invalid("totals", "not-a-number", ApiProblem.shortened(String.valueOf(total)));
                }
            });
            return amounts;
        }
    }
}
