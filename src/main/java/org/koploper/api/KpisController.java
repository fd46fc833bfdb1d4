package org.koploper.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Indicator;
import org.koploper.kpi.KpiBasis;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.Reading;
import org.koploper.people.Directory;
import org.koploper.period.Period;
import org.koploper.sales.CustomerIds;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** KPIs for programs. */
@RestController
class KpisController {

    private final Kpis kpis;
    private final Directory directory;
    private final CustomerIds customers;
    private final Clock clock;

    KpisController(Kpis kpis, Directory directory, CustomerIds customers, Clock clock) {
        this.kpis = kpis;
        this.directory = directory;
        this.customers = customers;
        this.clock = clock;
    }

    /** Every KPI. */
    @GetMapping("/api/v1/kpis")
    @PreAuthorize("hasAuthority('SCOPE_boards')")
    public List<Entry> catalogue(HttpServletRequest request) {
        Locale language = ApiLanguage.of(request);
        return kpis.catalogue().stream().map(kpi -> entry(kpi, language)).toList();
    }

    /** One of them; without days: the current month. With {@code by} an array with a key in each. */
    @GetMapping("/api/v1/kpis/{kpi}")
    @PreAuthorize("hasAuthority('SCOPE_boards')")
    public Object read(
            @PathVariable String kpi,
            @RequestParam(defaultValue = "org") String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String basis,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Integer version) {
        Indicator asked = kpis.find(kpi, version).orElseThrow(ApiProblem::notFound);
        Period period = AskedPeriod.of(from, to, clock);
        LocalDate day = asOf == null ? null : AskedPeriod.day("asOf", asOf);
        KpiBasis onBasis = basis == null ? null : oneOf("basis", KpiBasis.values(), KpiBasis::key, basis);
        Grouping grouping = by == null ? null : oneOf("by", Grouping.values(), Grouping::key, by);
        KpiScope whose = scope(scope);
        try {
            return grouping == null
                    ? shown(kpis.read(asked, whose, period, day, onBasis))
                    : kpis.by(asked, whose, period, day, onBasis, grouping).entrySet().stream()
                            .map(entry -> part(entry.getKey(), shown(entry.getValue())))
                            .toList();
        } catch (AccessDeniedException foreign) {
            throw ApiProblem.notFound();
        } catch (IllegalArgumentException tooMany) {
            throw ApiProblem.invalid("by", "too-many-parts", String.valueOf(Kpis.MOST_SLOTS));
        }
    }

    private KpiScope scope(String scope) {
        String id = scope.substring(scope.indexOf(':') + 1);
        if (scope.equals("org")) {
            return KpiScope.organisation();
        }
        if (scope.startsWith("team:")) {
            return KpiScope.of(directory
                    .teamByExternalId(id)
                    .orElseThrow(ApiProblem::notFound)
                    .id());
        }
        if (scope.startsWith("person:")) {
            return KpiScope.of(directory
                    .personByExternalId(id)
                    .orElseThrow(ApiProblem::notFound)
                    .id());
        }
        if (scope.startsWith("customer:")) {
            return KpiScope.ofCustomer(customers.byExternalId(id).orElseThrow(ApiProblem::notFound));
        }
        throw ApiProblem.invalid(
                "scope", "unknown-code", ApiProblem.shortened(scope), "org, team:ID, person:ID, customer:ID");
    }

    private static <T> T oneOf(String field, T[] values, Function<T, String> key, String text) {
        return Arrays.stream(values)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid(
                        field,
                        "unknown-code",
                        ApiProblem.shortened(text),
                        Arrays.stream(values).map(key).collect(Collectors.joining(", "))));
    }

    private static Shown shown(Reading reading) {
        KpiReason reason = reading.reason();
        return new Shown(
                text(reading, reading.quotient()),
                text(reading, reading.numerator()),
                number(reading.denominator()),
                number(reading.n()),
                unit(reading),
                reason == null ? null : reason.key(),
                reason == null ? List.of() : reason.args());
    }

    private static Part part(String key, Shown shown) {
        return new Part(
                key,
                shown.value(),
                shown.numerator(),
                shown.denominator(),
                shown.n(),
                shown.unit(),
                shown.reason(),
                shown.reasonArgs());
    }

    private static @Nullable String text(Reading reading, @Nullable BigDecimal number) {
        return number == null || !reading.kpi().unit().isMoney()
                ? number(number)
                : Amounts.money(number, reading.currency());
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : Amounts.number(number);
    }

    private static String unit(Reading reading) {
        String key = reading.kpi().unit().key();
        return reading.currency() == null ? key : key.replace("money", reading.currency());
    }

    private static Entry entry(Indicator kpi, Locale language) {
        return new Entry(
                kpi.key(),
                kpi.number(),
                KpiWords.name(kpi, language),
                kpi.unit().key(),
                kpi.direction().name().toLowerCase(Locale.ROOT),
                kpi.levels().stream()
                        .sorted()
                        .map(level -> level == KpiScope.Kind.ORGANISATION
                                ? "org"
                                : level.name().toLowerCase(Locale.ROOT))
                        .toList(),
                kpi.bases().stream().map(KpiBasis::key).toList(),
                kpi.version());
    }

    /**
     * A KPI of the catalogue.
     *
     * @param number 1 to 35; null for what stands beside one of those, and for one of the organisation's own
     * @param unit count, ratio (1 is all), times, money, money/day, days, minutes or months
     * @param direction which way is better: higher or lower
     * @param levels the scopes it can be read for: person, team, org, customer
     * @param basis the bases it can be read on, the usual one first
     */
    @Schema(name = "Kpi")
    record Entry(
            String key,
            @Nullable Integer number,
            String name,
            String unit,
            String direction,
            List<String> levels,
            List<String> basis,
            int version) {}

    /**
     * What a KPI reads.
     *
     * @param value exact decimal, unrounded; null with a reason where it must not be computed
     * @param n how many cases it rests on
     * @param unit as in the catalogue, money by its currency
     * @param reason why there is no value, or what to know about it
     * @param reasonArgs what the reason names
     */
    @Schema(name = "KpiReading")
    record Shown(
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String n,
            String unit,
            @Nullable String reason,
            List<String> reasonArgs) {}

    /** A reading of one part; the key is a day, week, month, quarter or year, an external id, or a name. */
    @Schema(name = "KpiPart")
    record Part(
            String key,
            @Nullable String value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String n,
            String unit,
            @Nullable String reason,
            List<String> reasonArgs) {}
}
