package org.koploper.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.records.Audience.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records of every kind for people to look at: listed, searched, found. Only those that the {@link Audience} of the kind
 * lets the caller see, decided in the query itself; the number of statements does not grow with the number of records.
 */
@Service
public class RecordShelf {

    private final RecordKinds kinds;
    private final Reaching reaching;
    private final JdbcClient jdbc;
    private final Clock clock;

    RecordShelf(RecordKinds kinds, Reaching reaching, JdbcClient jdbc, Clock clock) {
        this.kinds = kinds;
        this.reaching = reaching;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The kinds of which the caller may see some records, by name. */
    @SignedInOnly
    public List<RecordKind> kinds() {
        return kinds.all().stream().filter(kind -> reaching.ever(Act.SEE, kind)).toList();
    }

    /** Whether the caller may add records of that kind. */
    @SignedInOnly
    public boolean mayCreate(String kind) {
        return kinds.find(kind)
                .filter(found -> reaching.ever(Act.CHANGE, found))
                .isPresent();
    }

    /** Those records of that kind, in that order. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<RecordRow> page(String kind, RecordQuery query) {
        RecordKind found = kind(kind);
        ShelfQuery asked = asked(found, query).sorted(query.sort(), query.descending());
        return rows(found, asked, asked.rows(query.offset(), query.limit()));
    }

    /**
     * The records of that kind whose external ids come after this one, in their order; records that come or go meanwhile
     * move no others to another page.
     *
     * @param externalId where the page before ended; null for the first page
     * @param limit how many at most
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<RecordRow> after(String kind, @Nullable String externalId, int limit) {
        RecordKind found = kind(kind);
        ShelfQuery asked = query(found).sorted(null, false);
        if (externalId != null) {
            asked.where("r.external_id > :after", "after", externalId);
        }
        return rows(found, asked, asked.rows(0, limit));
    }

    /** How many such records there are. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public int count(String kind, RecordQuery query) {
        ShelfQuery asked = asked(kind(kind), query);
        return jdbc.sql(asked.count())
                .params(asked.params())
                .query(Integer.class)
                .single();
    }

    /** Whether lists of that kind can be sorted by that field. */
    @SignedInOnly
    public boolean sortable(String kind, String field) {
        return query(kind(kind)).sortable(field);
    }

    /** That record; empty when there is none or the caller may not see it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<RecordView> find(String kind, String externalId) {
        RecordKind found = kind(kind);
        ShelfQuery asked = query(found).where("r.external_id = :externalId", "externalId", externalId);
        return rows(found, asked, asked.rows(0, 1)).stream()
                .findFirst()
                .map(row ->
                        new RecordView(row, may(Act.CHANGE, found, externalId), may(Act.REMOVE, found, externalId)));
    }

    /**
     * What may be chosen as a reference to a record of that kind, by name.
     *
     * @param text occurs in the external id or the name
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<RecordRef> choices(String kind, String text, int offset, int limit) {
        boolean named = ShelfQuery.hasName(kind(kind));
        return choices(
                kind,
                "(lower(r.external_id) like :text escape '!'" + (named ? " or lower(r.name) like :text escape '!'" : "")
                        + ")",
                ShelfQuery.pattern(text),
                offset,
                limit);
    }

    /** The record of that kind with that external id, where it may be chosen as a reference. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<RecordRef> choice(String kind, String externalId) {
        return choices(kind, "r.external_id = :text", externalId, 0, 1).stream().findFirst();
    }

    private List<RecordRef> choices(String kind, String condition, String text, int offset, int limit) {
        RecordKind found = kind(kind);
        boolean named = ShelfQuery.hasName(found);
        return jdbc.sql("select r.external_id, " + (named ? "r.name" : "cast(null as varchar(1))") + " from "
                        + found.table() + " r where " + reaching.mayName(found) + " and " + condition + " order by "
                        + (named ? "r.name asc nulls last, " : "")
                        + "r.external_id offset :skip rows fetch next :size rows only")
                .params(reaching.params())
                .param("text", text)
                .param("skip", offset)
                .param("size", limit)
                .query((row, n) -> new RecordRef(kind, row.getString(1), row.getString(2)))
                .list();
    }

    private boolean may(Act act, RecordKind kind, String externalId) {
        return reaching.ever(act, kind)
                && jdbc.sql("select count(*) from " + kind.table() + " r where r.external_id = :externalId and "
                                        + reaching.may(act, kind))
                                .params(reaching.params())
                                .param("externalId", externalId)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    private RecordKind kind(String name) {
        return kinds.find(name).orElseThrow(() -> new IllegalArgumentException("No such kind of record: " + name));
    }

    private ShelfQuery asked(RecordKind kind, RecordQuery query) {
        return query(kind).text(query.text()).filters(query.filters());
    }

    private ShelfQuery query(RecordKind kind) {
        return new ShelfQuery(kind, kinds.byName(), reaching.may(Act.SEE, kind), reaching.params());
    }

    private List<RecordRow> rows(RecordKind kind, ShelfQuery asked, String sql) {
        List<Field> columns =
                kind.fields().stream().filter(field -> field.column() != null).toList();
        List<Read> read = jdbc.sql(sql)
                .params(asked.params())
                .query((row, n) -> read(row, columns, asked.joins()))
                .list();
        aspects(kind, asked, read);
        Wording wording = new Wording(kind, kinds.byName(), jdbc)
                .of(read.stream().map(Read::unnamed).toList());
        return read.stream()
                .map(one -> {
                    Map<String, @Nullable Object> values = wording.read(one.unnamed());
                    values.putAll(one.named());
                    return new RecordRow(String.valueOf(values.get("externalId")), one.version(), values);
                })
                .toList();
    }

    /** A row on its way: what it refers to by name already, and everything else as it is stored. */
    private record Read(
            long id, int version, Map<String, @Nullable Object> unnamed, Map<String, @Nullable Object> named) {}

    private static Read read(ResultSet row, List<Field> columns, List<ShelfQuery.Joined> joins) throws SQLException {
        Map<String, @Nullable Object> unnamed = new LinkedHashMap<>();
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            unnamed.put(
                    columns.get(i).name(), Rows.value(row, i + 3, columns.get(i).type()));
        }
        int at = columns.size() + 3;
        for (ShelfQuery.Joined join : joins) {
            String externalId = row.getString(at);
            String field = join.field().name();
            unnamed.remove(field);
            named.put(
                    field,
                    externalId == null ? null : new RecordRef(join.target().name(), externalId, row.getString(at + 1)));
            at += 2;
        }
        return new Read(row.getLong(1), row.getInt(2), unnamed, named);
    }

    private void aspects(RecordKind kind, ShelfQuery asked, List<Read> read) {
        List<String> joined =
                asked.joins().stream().map(join -> join.field().name()).toList();
        List<Long> ids = read.stream().map(Read::id).toList();
        if (ids.isEmpty()) {
            return;
        }
        Batch now = new Batch(0, LocalDate.now(clock), LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        for (Aspect aspect : kind.aspects()) {
            if (!joined.contains(aspect.field())) {
                Map<Long, String> there = aspect.read(ids, now);
                read.forEach(row -> row.unnamed().put(aspect.field(), there.get(row.id())));
            }
        }
    }
}
