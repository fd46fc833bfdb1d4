package org.koploper.intake;

/** A file that was picked up from a folder was not taken, or not all of it. */
public record PickUpFailed(long id, String fileName) {}
