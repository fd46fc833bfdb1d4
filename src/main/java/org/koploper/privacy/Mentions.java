package org.koploper.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.privacy.Traces.Text;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds texts in which somebody is named, and gives them another name. */
@Component
class Mentions {

    private final JdbcTemplate jdbc;

    Mentions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with the text that is to stand in it. */
    private record Found(List<Object> key, String text) {}

    /** How many texts would change. */
    long count(Names names) {
        return Traces.TEXTS.stream().mapToLong(text -> find(text, names).size()).sum();
    }

    /** Changes them all. */
    void replace(Names names) {
        for (Text text : Traces.TEXTS) {
            List<Found> found = find(text, names);
            String where = text.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
            if (!found.isEmpty()) {
                jdbc.batchUpdate(
                        "update " + text.table() + " set " + text.column() + " = ? where " + where,
                        found.stream()
                                .map(row -> {
                                    List<Object> values = new ArrayList<>(List.of(row.text()));
                                    values.addAll(row.key());
                                    return values.toArray();
                                })
                                .toList());
            }
        }
    }

    /** The new name may be longer than the old one, and a name is no reason to fail. */
    private static String shortened(String text, int most) {
        return most > 0 && text.length() > most ? text.substring(0, most) : text;
    }

    private List<Found> find(Text text, Names names) {
        List<String> sought = names.sought();
        String keys = String.join(", ", text.key());
        String any = sought.stream()
                .map(name -> "position(lower(cast(? as varchar(400))) in lower(" + text.column() + ")) > 0")
                .collect(Collectors.joining(" or "));
        List<Found> found = new ArrayList<>();
        jdbc.query(
                "select " + text.column() + ", " + keys + " from " + text.table() + " where " + any,
                row -> {
                    String was = row.getString(1);
                    String is =
                            shortened(names.replacedIn(was), row.getMetaData().getPrecision(1));
                    if (!is.equals(was)) {
                        List<Object> key = new ArrayList<>();
                        for (int i = 0; i < text.key().size(); i++) {
                            key.add(row.getObject(i + 2));
                        }
                        found.add(new Found(key, is));
                    }
                },
                sought.toArray());
        return found;
    }
}
