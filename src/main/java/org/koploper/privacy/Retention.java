package org.koploper.privacy;

import java.util.Comparator;
import java.util.List;
import org.koploper.access.SignedInOnly;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.springframework.stereotype.Service;

/** How long the product keeps what it does not keep for ever, as whatever keeps it says. */
@Service
public class Retention {

    private final List<Keeping> keepings;

    Retention(List<Keeping> keepings) {
        this.keepings = List.copyOf(keepings);
    }

    /** All of it, by key. */
    @SignedInOnly
    public List<Kept> all() {
        return keepings.stream()
                .map(Keeping::kept)
                .sorted(Comparator.comparing(Kept::what))
                .toList();
    }
}
