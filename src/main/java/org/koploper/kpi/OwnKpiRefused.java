package org.koploper.kpi;

import java.util.List;

/** A KPI that cannot be kept as it was written down, with everything that stands in the way. */
public class OwnKpiRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Which field of the form a fault belongs to. */
    public enum Place {
        NAME_EN,
        MEANS_EN,
        NAME_NL,
        MEANS_NL,
        UNIT,
        PART,
        WHOLE,
        REASON
    }

    /**
     * @param code as translations name it, with the cure
     * @param args for the sentence, plain texts, keys of what is counted or of an aspect
     */
    public record Fault(Place place, String code, List<String> args) {

        public Fault {
            args = List.copyOf(args);
        }
    }

    private final transient List<Fault> faults;

    OwnKpiRefused(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
