package org.koploper.commission.engine;

/** What one credit, or its part in one band, earns: base times rate. */
record Earning(Label label, int band, Reason base, Reason rate) {}
