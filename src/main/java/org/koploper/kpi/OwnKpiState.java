package org.koploper.kpi;

import java.util.List;
import java.util.Optional;

/**
 * A KPI of one's own with all that it was.
 *
 * @param retired whether nobody is offered it any more; goals that have it go on
 * @param versions the newest first, at least one
 */
public record OwnKpiState(String key, boolean retired, List<OwnKpiVersion> versions) {

    public OwnKpiState {
        versions = List.copyOf(versions);
    }

    public OwnKpi newest() {
        return versions.getFirst().kpi();
    }

    /** Empty when there is none of that number. */
    Optional<OwnKpi> version(int number) {
        return versions.stream()
                .map(OwnKpiVersion::kpi)
                .filter(kpi -> kpi.version() == number)
                .findFirst();
    }
}
