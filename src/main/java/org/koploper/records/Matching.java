package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out which rows of a chunk are there already, and as what. */
final class Matching {

    private final Run run;
    private final List<Line> lines;
    private final Map<Long, Line> newLines;

    /** @param newLines gets the rows that are not there yet, by the id that they will have */
    Matching(Run run, List<Line> lines, Map<Long, Line> newLines) {
        this.run = run;
        this.lines = lines;
        this.newLines = newLines;
    }

    void find() {
        Map<String, Rows.Stored> there =
                run.rows().byExternalId(lines.stream().map(line -> line.key).collect(Collectors.toSet()));
        Set<String> byName = lines.stream()
                .filter(line -> line.keyedByName && !there.containsKey(line.key))
                .map(line -> line.key)
                .collect(Collectors.toSet());
        Map<String, List<Long>> named =
                byName.isEmpty() || !run.named(run.kind().name())
                        ? Map.of()
                        : run.rows().idsByName(byName);
        Map<Long, Rows.Stored> stored = new HashMap<>(run.rows()
                .byId(named.values().stream()
                        .filter(ids -> ids.size() == 1)
                        .map(List::getFirst)
                        .toList()));
        Map<String, Long> newIds = new HashMap<>();
        List<Line> known = new ArrayList<>();
        for (Line line : lines) {
            Rows.Stored found = there.get(line.key);
            List<Long> ids = line.keyedByName ? named.getOrDefault(line.key, List.of()) : List.<Long>of();
            if (found == null && ids.size() > 1) {
                line.error("name", "ambiguous-reference", line.key, ids.size());
                continue;
            }
            found = found == null && ids.size() == 1 ? stored.get(ids.getFirst()) : found;
            if (found != null) {
                line.id = found.id();
                line.version = found.version();
                line.before = new LinkedHashMap<>(found.values());
                known.add(line);
            } else {
                line.id = newIds.computeIfAbsent(line.key, key -> run.newId());
                newLines.putIfAbsent(line.id, line);
            }
        }
        readAspects(known);
    }

    private void readAspects(List<Line> known) {
        if (known.isEmpty()) {
            return;
        }
        Set<Long> ids = known.stream().map(line -> line.id).collect(Collectors.toSet());
        for (Aspect aspect : run.kind().aspects()) {
            Map<Long, String> there = aspect.read(ids, run.batch());
            boolean reference = run.field(aspect.field()).type() == Field.Type.REFERENCE;
            for (Line line : known) {
                String text = there.get(line.id);
                if (line.before != null) {
                    line.before.put(aspect.field(), text == null || !reference ? text : Long.valueOf(text));
                }
            }
        }
    }
}
