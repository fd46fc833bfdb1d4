package org.koploper.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.records.Aspect;
import org.koploper.records.Batch;
import org.koploper.records.Incoming;
import org.koploper.records.Known;
import org.koploper.records.Problems;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Parts of a deal by person, as the text {@code P-104:60;P-107:40} in percent. Inside, the canonical form names persons by
 * id and is sorted, so that the same parts in another order are no change.
 */
abstract class PartsOfDeal implements Aspect {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String PEOPLE = "people";
    private static final int MOST_DECIMALS = 4;

    private final JdbcTemplate bulk;
    private final String field;
    private final String table;

    /** @param table with {@code deal_id}, {@code person_id} and {@code share} */
    PartsOfDeal(JdbcTemplate bulk, String field, String table) {
        this.bulk = bulk;
        this.field = field;
        this.table = table;
    }

    /** Says what is wrong with parts that are right each by itself; whether nothing is. */
    abstract boolean fit(Map<Long, BigDecimal> percents, Map<Long, String> named, Problems problems);

    @Override
    public final String field() {
        return field;
    }

    @Override
    public List<Mention> mentions(String text) {
        return parts(text).stream()
                .filter(part -> !part.person().isEmpty())
                .map(part -> new Mention(PEOPLE, part.person()))
                .toList();
    }

    @Override
    public @Nullable String canonical(String text, Incoming row, Known known, Problems problems) {
        Map<Long, BigDecimal> shares = new LinkedHashMap<>();
        Map<Long, String> named = new HashMap<>();
        boolean right = true;
        for (Part part : parts(text)) {
            BigDecimal percent = percent(part.share());
            Long person = part.person().isEmpty() ? null : known.id(PEOPLE, part.person());
            if (percent == null || part.person().isEmpty()) {
                problems.error(field(), "split-unreadable", part.text());
            } else if (percent.signum() <= 0) {
                problems.error(field(), "split-not-positive", part.person(), Decimals.plain(percent));
            } else if (percent.scale() > MOST_DECIMALS) {
                problems.error(field(), "too-many-decimals", Decimals.plain(percent), MOST_DECIMALS);
            } else if (person != null && shares.putIfAbsent(person, percent) != null) {
                problems.error(field(), "split-duplicate-person", part.person());
            } else if (person != null) {
                named.put(person, part.person());
                continue;
            }
            right = false;
        }
        return right && fit(shares, named, problems) ? canonical(shares) : null;
    }

    @Override
    public Naming naming() {
        return new Naming() {
            @Override
            public String kind() {
                return PEOPLE;
            }

            @Override
            public Set<Long> ids(String canonical) {
                return shares(canonical).keySet();
            }

            @Override
            public String text(String canonical, Map<Long, String> externalIds) {
                return shares(canonical).entrySet().stream()
                        .map(share -> externalIds.get(share.getKey()) + ":" + Decimals.plain(share.getValue()))
                        .collect(Collectors.joining(";"));
            }
        };
    }

    /** Shares in percent by person, in canonical form; null for none. */
    static @Nullable String canonical(Map<Long, BigDecimal> shares) {
        if (shares.isEmpty()) {
            return null;
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(share -> share.getKey() + ":" + Decimals.plain(share.getValue()))
                .collect(Collectors.joining(";"));
    }

    /** The other way round. */
    static Map<Long, BigDecimal> shares(@Nullable Object canonical) {
        Map<Long, BigDecimal> shares = new LinkedHashMap<>();
        if (canonical != null) {
            parts(canonical.toString())
                    .forEach(part -> shares.put(Long.valueOf(part.person()), Decimals.parse(part.share())));
        }
        return shares;
    }

    @Override
    public String inWords(String canonical, BinaryOperator<String> names) {
        return parts(canonical).stream()
                .map(part -> names.apply(PEOPLE, part.person()) + ": " + part.share() + " %")
                .collect(Collectors.joining("; "));
    }

    @Override
    public Map<Long, String> read(Collection<Long> ids, Batch batch) {
        return of(ids);
    }

    /** The canonical parts of these deals; those without any are left out. */
    Map<Long, String> of(Collection<Long> deals) {
        Map<Long, Map<Long, BigDecimal>> shares = new HashMap<>();
        for (List<Long> chunk : Chunks.of(deals)) {
            JdbcClient.create(bulk)
                    .sql("select deal_id, person_id, share from " + table + " where deal_id in (:deals)")
                    .param("deals", chunk)
                    .query(row -> {
                        shares.computeIfAbsent(row.getLong("deal_id"), deal -> new HashMap<>())
                                .put(
                                        row.getLong("person_id"),
                                        row.getBigDecimal("share").multiply(HUNDRED));
                    });
        }
        Map<Long, String> canonical = new HashMap<>();
        shares.forEach((deal, of) -> {
            String text = canonical(of);
            if (text != null) {
                canonical.put(deal, text);
            }
        });
        return canonical;
    }

    @Override
    public void write(Map<Long, @Nullable String> wanted, Batch batch) {
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        wanted.forEach((deal, text) -> {
            gone.add(new Object[] {deal});
            shares(text).forEach((person, percent) -> rows.add(new Object[] {deal, person, percent.movePointLeft(2)}));
        });
        if (!gone.isEmpty()) {
            bulk.batchUpdate("delete from " + table + " where deal_id = ?", gone);
        }
        if (!rows.isEmpty()) {
            bulk.batchUpdate("insert into " + table + " (deal_id, person_id, share) values (?, ?, ?)", rows);
        }
    }

    /** A text cut into its parts; what cannot be cut is a person without a share. */
    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon >= 0) {
                parts.add(new Part(
                        part.strip(),
                        part.substring(0, colon).strip(),
                        part.substring(colon + 1).strip()));
            } else if (!part.isBlank()) {
                parts.add(new Part(part.strip(), "", part.strip()));
            }
        }
        parts.sort(Comparator.comparing(Part::person));
        return parts;
    }

    private static @Nullable BigDecimal percent(String share) {
        String number =
                share.endsWith("%") ? share.substring(0, share.length() - 1).strip() : share;
        try {
            return Decimals.parse(number.replace(',', '.'));
        } catch (IllegalArgumentException notANumber) {
            return null;
        }
    }

    private record Part(String text, String person, String share) {}
}
