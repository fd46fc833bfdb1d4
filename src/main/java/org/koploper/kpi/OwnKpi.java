package org.koploper.kpi;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;

/**
 * One version of a KPI that the organisation made. It never changes: whoever changes a KPI makes the next version, and what
 * was agreed with this one goes on with it.
 *
 * @param key begins with {@value #PREFIX}, so that it is none of the catalogue, today or later
 * @param version from 1; 0 for what is only tried
 */
public record OwnKpi(String key, int version, OwnKpiTerms terms) implements Indicator {

    static final String PREFIX = "own-";

    /** One that is only tried, to see what it reads. */
    public static OwnKpi tried(OwnKpiTerms terms) {
        return new OwnKpi(PREFIX, 0, terms);
    }

    @Override
    public @Nullable Integer number() {
        return null;
    }

    @Override
    public KpiUnit unit() {
        return terms.unit();
    }

    @Override
    public KpiDirection direction() {
        return terms.direction();
    }

    /** Where everything that it is made of is known. */
    @Override
    public Set<Kind> levels() {
        Set<Kind> levels = EnumSet.copyOf(terms.part().what().levels());
        OwnPart whole = terms.whole();
        if (whole != null) {
            levels.retainAll(whole.what().levels());
        }
        return levels;
    }

    @Override
    public List<KpiBasis> bases() {
        return List.of(KpiBasis.CLOSE);
    }

    @Override
    public boolean isSum() {
        return terms.isSum();
    }

    @Override
    public String code() {
        return key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The key of the one that records keep under that code; null for what is none of these. */
    static @Nullable String keyOf(String code) {
        String key = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return key.startsWith(PREFIX) ? key : null;
    }
}
