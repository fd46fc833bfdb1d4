package org.koploper.commission.engine;

import java.util.List;

/** Remembers nothing: every credit earns its amount times the rate. */
final class FlatRater implements Rater {

    private final Reason rate;

    FlatRater(FlatRate flat, String source) {
        rate = Reason.given(Label.RATE, flat.rate(), Unit.RATE, source + "/rate");
    }

    @Override
    public void pass(Credited credited) {
        // no credit changes what a later one earns
    }

    @Override
    public List<Earning> rate(Credited credited) {
        return List.of(new Earning(Label.COMMISSION_ON_DEAL, Line.NO_BAND, credited.reason(), rate));
    }
}
