package org.koploper.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of records that this product takes. What a kind looks like is no secret: it is in the API's description. */
@Component
public class RecordKinds {

    private final ObjectProvider<RecordKind> beans;

    RecordKinds(ObjectProvider<RecordKind> beans) {
        this.beans = beans;
    }

    /** All kinds by name, in alphabetical order. */
    public List<RecordKind> all() {
        return List.copyOf(byName().values());
    }

    /** The kind of that name, or empty. */
    public Optional<RecordKind> find(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    Map<String, RecordKind> byName() {
        Map<String, RecordKind> kinds = new TreeMap<>();
        beans.stream().forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }
}
