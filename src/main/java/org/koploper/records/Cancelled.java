package org.koploper.records;

/** Somebody stopped a batch between two chunks; what was written until then stays. */
public class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
