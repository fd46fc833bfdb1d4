package org.koploper.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer may not be asked; nothing was done. */
public class QuestionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The caller, and whoever is below, sold this customer nothing. */
        NO_ORDER,
        /** The customer was asked lately and is left in peace. */
        ASKED_LATELY,
        /** It was answered or withdrawn meanwhile, or its last day is over. */
        NOT_OPEN
    }

    private final Reason reason;
    private final @Nullable LocalDate again;

    QuestionRefused(Reason reason, @Nullable LocalDate again) {
        super(reason.name());
        this.reason = reason;
        this.again = again;
    }

    public Reason reason() {
        return reason;
    }

    /** From which day on the customer may be asked; null where time changes nothing. */
    public @Nullable LocalDate again() {
        return again;
    }
}
