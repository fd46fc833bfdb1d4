package org.koploper.sales;

/** Somebody else changed the deal since it was read; nothing was changed: read it again. */
public class DealChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DealChangedMeanwhile(String externalId) {
        super("The deal " + externalId + " was changed meanwhile");
    }
}
