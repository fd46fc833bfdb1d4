package org.koploper.ui.palette;

import java.util.List;
import java.util.Optional;
import org.koploper.sales.CustomerSearch;
import org.koploper.sales.CustomerSearch.Found;
import org.springframework.stereotype.Component;

/** The customers whom the user may know of, each leading to its record or to its deals. */
@Component
class CustomersFound implements PaletteSource {

    private final CustomerSearch search;

    CustomersFound(CustomerSearch search) {
        this.search = search;
    }

    @Override
    public Section section() {
        return Section.CUSTOMERS;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        return search.find(words, most).stream()
                .flatMap(found -> item(found).stream())
                .toList();
    }

    @Override
    public Optional<PaletteItem> recall(String id) {
        return search.find(id).flatMap(CustomersFound::item);
    }

    private static Optional<PaletteItem> item(Found customer) {
        return Ways.first(
                        Ways.with("records/customers", "q", customer.name()),
                        Ways.with("deals", "q", customer.name()),
                        Ways.with("team", "q", customer.name()))
                .map(address -> PaletteItem.to(customer.externalId(), customer.name(), customer.externalId(), address));
    }
}
