package org.koploper.ui.palette;

import java.util.List;
import java.util.Optional;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordShelf;
import org.koploper.ui.records.RecordAddress;
import org.springframework.stereotype.Component;

/** The customers that the list of customers shows this user, each leading to its record. */
@Component
class CustomersFound implements PaletteSource {

    private static final String KIND = "customers";

    private final RecordShelf shelf;

    CustomersFound(RecordShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Section section() {
        return Section.CUSTOMERS;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        return shelf.choices(KIND, words, 0, most).stream()
                .map(CustomersFound::item)
                .toList();
    }

    @Override
    public Optional<PaletteItem> recall(String id) {
        return shelf.choice(KIND, id).map(CustomersFound::item);
    }

    private static PaletteItem item(RecordRef customer) {
        String id = customer.externalId();
        return PaletteItem.to(id, customer.label(), id, RecordAddress.of(KIND, id));
    }
}
