package org.koploper.commission.engine;

/**
 * Label, formula and unit of a reason, one object for each three of them.
 *
 * @param print what their names begin a fingerprint with
 */
record Kind(Label label, Formula formula, Unit unit, long print) {

    private static final Kind[][][] ALL = all();

    static Kind of(Label label, Formula formula, Unit unit) {
        return ALL[label.ordinal()][formula.ordinal()][unit.ordinal()];
    }

    private static Kind[][][] all() {
        Kind[][][] kinds = new Kind[Label.values().length][Formula.values().length][Unit.values().length];
        for (Label label : Label.values()) {
            for (Formula formula : Formula.values()) {
                for (Unit unit : Unit.values()) {
                    long print = Print.mixed(Print.START, label.name());
                    print = Print.mixed(Print.mixed(print, formula.name()), unit.name());
                    kinds[label.ordinal()][formula.ordinal()][unit.ordinal()] = new Kind(label, formula, unit, print);
                }
            }
        }
        return kinds;
    }
}
