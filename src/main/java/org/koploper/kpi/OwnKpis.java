package org.koploper.kpi;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiRefused.Place;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * KPIs that the organisation makes of the facts there are: a count, or one divided by another, each narrowed down as far as
 * its facts say by what. A change is a new version, and whatever was agreed with an earlier one goes on with that.
 */
@Service
public class OwnKpis {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** The longest sentence that says what it is, in characters. */
    public static final int LONGEST_MEANING = 300;

    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 1000;

    /** So that a number still fits behind it. */
    private static final int LONGEST_PLAIN = 50;

    private static final String SUBJECT = "own-kpi";

    private final OwnKpiRows rows;
    private final Trail trail;

    OwnKpis(OwnKpiRows rows, Trail trail) {
        this.rows = rows;
        this.trail = trail;
    }

    /** Every one, the retired ones too, by key. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<OwnKpiState> list() {
        return rows.all();
    }

    /** The one of that key, retired or not; empty when there is none. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<OwnKpiState> find(String key) {
        return rows.find(key);
    }

    /**
     * What stands in the way of that, field by field; nothing when it could be kept.
     *
     * @param key of the one that would be changed; null for a new one
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<Fault> faults(@Nullable String key, OwnKpiTerms terms) {
        return faults(key, terms, rows.read());
    }

    private static List<Fault> faults(@Nullable String key, OwnKpiTerms terms, List<OwnKpiState> all) {
        List<Fault> faults = new ArrayList<>(OwnKpiFaults.of(Objects.requireNonNullElse(key, ""), terms, all));
        all.stream()
                .filter(state -> state.key().equals(key))
                .map(state -> OwnKpiFaults.otherKind(state.newest().terms(), terms))
                .filter(Objects::nonNull)
                .forEach(faults::add);
        return faults;
    }

    /**
     * Makes one; its key comes from its English name and stays when that changes.
     *
     * @throws OwnKpiRefused when something stands in the way
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public OwnKpi create(OwnKpiTerms terms) {
        List<OwnKpiState> all = rows.read();
        refuse(faults(null, terms, all));
        OwnKpi kpi = new OwnKpi(
                key(terms.en().name(), all.stream().map(OwnKpiState::key).collect(Collectors.toSet())), 1, terms);
        rows.create(kpi.key());
        rows.add(kpi, null);
        trail.record("own-kpi.made", subject(kpi), null, told(kpi), null);
        return kpi;
    }

    /**
     * Makes the next version. The same again changes nothing.
     *
     * @param version that was looked at
     * @param reason why, in plain words
     * @return the newest version
     * @throws OwnKpiRefused when something stands in the way, also a missing reason, and what would be another kind of number
     * @throws OwnKpiChangedMeanwhile when there is a newer version than the one that was looked at
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public OwnKpi change(String key, int version, OwnKpiTerms terms, String reason) {
        List<OwnKpiState> all = rows.read();
        OwnKpi before = state(key, all).newest();
        if (before.version() != version) {
            throw new OwnKpiChangedMeanwhile(key);
        }
        if (before.terms().equals(terms)) {
            return before;
        }
        List<Fault> faults = faults(key, terms, all);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault(Place.REASON, "reason", List.of(String.valueOf(LONGEST_REASON))));
        }
        refuse(faults);
        OwnKpi after = new OwnKpi(key, version + 1, terms);
        try {
            rows.add(after, reason.strip());
        } catch (DuplicateKeyException sameMoment) {
            throw new OwnKpiChangedMeanwhile(key);
        }
        trail.record("own-kpi.changed", subject(after), told(before), told(after), reason.strip());
        return after;
    }

    /** Offers it to nobody any more; goals that have it go on. One that is retired stays so. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public void retire(String key) {
        OwnKpi kpi = state(key, rows.read()).newest();
        if (rows.retire(key, true)) {
            trail.record("own-kpi.retired", subject(kpi), null, null, null);
        }
    }

    /**
     * Offers it again.
     *
     * @throws OwnKpiRefused when another one has its name by now
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public void bringBack(String key) {
        List<OwnKpiState> all = rows.read();
        OwnKpi kpi = state(key, all).newest();
        refuse(faults(key, kpi.terms(), all));
        if (rows.retire(key, false)) {
            trail.record("own-kpi.brought-back", subject(kpi), null, null, null);
        }
    }

    private static OwnKpiState state(String key, List<OwnKpiState> all) {
        return all.stream()
                .filter(state -> state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(key));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new OwnKpiRefused(faults);
        }
    }

    /** The letters and digits of the name; with a number behind it where that is taken. */
    private static String key(String name, Set<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String key =
                OwnKpi.PREFIX + (plain.isEmpty() ? "kpi" : plain.substring(0, Math.min(plain.length(), LONGEST_PLAIN)));
        String free = key;
        for (int number = 2; taken.contains(free); number++) {
            free = key + "-" + number;
        }
        return free;
    }

    private static Trail.Subject subject(OwnKpi kpi) {
        return new Trail.Subject(SUBJECT, kpi.key(), kpi.terms().en().name());
    }

    private static String told(OwnKpi kpi) {
        OwnKpiTerms terms = kpi.terms();
        OwnPart whole = terms.whole();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", String.valueOf(kpi.version()));
        facts.put("nameEn", terms.en().name());
        facts.put("meansEn", terms.en().explanation());
        facts.put("nameNl", terms.nl().name());
        facts.put("meansNl", terms.nl().explanation());
        facts.put("unit", terms.unit().key());
        facts.put("direction", terms.direction().name().toLowerCase(Locale.ROOT));
        facts.put("part", told(terms.part()));
        if (whole != null) {
            facts.put("whole", told(whole));
        }
        return Facts.of(facts);
    }

    private static String told(OwnPart part) {
        return part.what().key()
                + part.only().values().entrySet().stream()
                        .map(only -> "; " + only.getKey().key() + ": " + String.join(", ", only.getValue()))
                        .collect(Collectors.joining());
    }
}
