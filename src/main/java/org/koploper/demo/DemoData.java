package org.koploper.demo;

import java.util.List;

/**
 * Everything the demo shows on one day, as rows. It is the same for the same day, wherever and however often it is made.
 *
 * @param deals the deals that the rows of kind {@code deals} come from
 */
record DemoData(DemoDay day, Cast cast, List<Deal> deals, Rows rows) {

    static DemoData of(DemoDay day) {
        Cast cast = new Cast(day);
        Rows rows = new Rows();
        cast.fill(rows, day);
        List<Deal> deals = new Deals(day, cast).all();
        Catalogue.fill(rows, deals);
        new Targets(day, cast).fill(rows);
        new Papers(day, cast, deals).fill(rows);
        new Efforts(day, cast).fill(rows);
        new Outside(day).fill(rows);
        new Answers(day, deals).fill(rows);
        return new DemoData(day, cast, deals, rows);
    }
}
