package org.koploper.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.audit.AuditRecord.Place;

/**
 * The conditions and the order of a query on the trail. The order begins with the column that is compared for equality, as
 * the index does: the embedded database reads in the order of an index only where both agree word by word.
 */
final class AuditSql {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean oldestFirst;
    private @Nullable String leading;

    /**
     * @param everything whether the reader sees records of every kind
     * @param readable the kinds whose reasons the reader sees; where not everything, the only ones there are
     */
    AuditSql(AuditQuery query, boolean everything, List<String> readable) {
        oldestFirst = query.oldestFirst();
        if (query.request() != null) {
            equal("request_id", "request", query.request());
        }
        if (query.actor() != null) {
            actor(query.actor());
        }
        if (query.action() != null) {
            equal("action", "action", query.action());
        }
        if (query.kind() != null) {
            equal("object_kind", "kind", query.kind());
        }
        if (query.from() != null) {
            conditions.add("recorded_at >= :from");
            parameters.put("from", AuditSearch.utc(query.from()));
        }
        if (query.to() != null) {
            conditions.add("recorded_at < :to");
            parameters.put("to", AuditSearch.utc(query.to()));
        }
        List<String> kinds = readable.isEmpty() ? List.of("-") : readable;
        if (!everything) {
            // an index on the kind would find all of them and sort them, where the newest few are wanted
            conditions.add("coalesce(object_kind, '-') in (:readable)");
            parameters.put("readable", kinds);
        }
        text(query.text().strip().toLowerCase(Locale.ROOT), kinds);
    }

    private void actor(PersonId actor) {
        if (leading != null) {
            // a request is quicker; the number of nobody is 0
            conditions.add("coalesce(actor_id, 0) = :actor");
            parameters.put("actor", actor.value());
        } else if (AuditQuery.NOBODY.equals(actor)) {
            conditions.add("actor_id is null");
            leading = "actor_id";
        } else {
            equal("actor_id", "actor", actor.value());
        }
    }

    private void equal(String column, String parameter, Object wanted) {
        parameters.put(parameter, wanted);
        if (leading == null) {
            leading = column;
            conditions.add(column + " = :" + parameter);
        } else {
            // the embedded database cannot choose an index for a pattern, so it keeps to the one that has the order
            conditions.add(column + " like :" + parameter);
        }
    }

    /** A reason is found by its words only where it may be read. */
    private void text(String text, List<String> kinds) {
        if (text.isEmpty()) {
            return;
        }
        conditions.add("(lower(object_name) like :text escape '!' or lower(object_ref) like :text escape '!'"
                + " or lower(actor) like :text escape '!' or lower(behind) like :text escape '!'"
                + " or (object_kind in (:reasons) and lower(reason) like :text escape '!'))");
        parameters.put("text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        parameters.put("reasons", kinds);
    }

    void after(Place place) {
        String sign = oldestFirst ? ">" : "<";
        // the first half is implied by the second, and lets an index begin there
        conditions.add(
                "recorded_at " + sign + "= :place and (recorded_at " + sign + " :place or id " + sign + " :placeId)");
        parameters.put("place", AuditSearch.utc(place.at()));
        parameters.put("placeId", place.id());
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    String order() {
        String way = oldestFirst ? "" : " desc";
        return " order by " + (leading == null ? "" : leading + way + ", ") + "recorded_at" + way + ", id" + way;
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
