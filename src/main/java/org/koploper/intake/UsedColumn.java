package org.koploper.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.koploper.records.Field;

/** A column that fills a field: from its cells to the texts that are read. */
record UsedColumn(
        int index,
        String header,
        Field field,
        Map<String, String> aliases,
        Transform transform,
        CellReading reading,
        Map<String, Integer> places) {

    private static final Transform AS_IT_IS = new Transform.AsItIs();

    /** Those of a file, in its order. */
    static List<UsedColumn> of(Plan plan, ZoneId zone) {
        FileFormat format = plan.detection().format();
        Map<String, Field> fields =
                plan.kind().fields().stream().collect(Collectors.toMap(Field::name, field -> field));
        Map<String, Integer> places = new HashMap<>();
        for (int index = 0; index < format.header().size(); index++) {
            places.put(format.header().get(index), index);
        }
        List<UsedColumn> columns = new ArrayList<>();
        for (int index = 0; index < format.header().size(); index++) {
            String header = format.header().get(index);
            Field field = fields.get(plan.mapping().columns().getOrDefault(header, ""));
            if (field != null) {
                columns.add(new UsedColumn(
                        index,
                        header,
                        field,
                        plain(plan.mapping().values().getOrDefault(field.name(), Map.of())),
                        plan.transforms().getOrDefault(header, AS_IT_IS),
                        new CellReading(format.decimalSign(), format.datePattern(header), zone),
                        places));
            }
        }
        return columns;
    }

    private static Map<String, String> plain(Map<String, String> aliases) {
        Map<String, String> plain = new HashMap<>();
        aliases.forEach((from, to) -> plain.put(CellReading.loose(from), to));
        return plain;
    }

    /** The cell of that row after what is done with the column. */
    Transform.Cell changed(Row row) {
        UnaryOperator<String> others = header -> row.cells().get(places.getOrDefault(header, index));
        return transform.apply(
                new Transform.Cell(
                        Values.text(row.cells().get(index)), row.typed().get(index) ? CellReading.OURS : reading),
                others);
    }

    /** The same, or what is meant by it where that is known. */
    Transform.Cell meant(Transform.Cell cell) {
        String meant = aliases.get(CellReading.loose(cell.text()));
        if (meant == null && field.type() == Field.Type.CODE) {
            meant = CodeWords.meaning(field, cell.text());
        }
        return meant == null ? cell : new Transform.Cell(meant, CellReading.OURS);
    }
}
