package org.koploper.access;

/** Somebody who only looks as another person wanted to change something; nothing was changed. */
public class OnlyLooking extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OnlyLooking() {
        super("Who looks as somebody else changes nothing");
    }
}
