package org.koploper.access;

import org.springframework.stereotype.Component;

/**
 * Codes in addresses that were never given out, counted as wrong tokens are: one address that brings a hundred of them is
 * not looked at for minutes. Nobody finds a code of 160 bits that way; it keeps whoever tries from costing the database.
 */
@Component
public class CodeAttempts {

    /** In front of the code, so that it cannot be taken for the name of an account. */
    private static final String KIND = "code ";

    private final Attempts attempts;
    private final AttemptNotes notes;

    CodeAttempts(Attempts attempts, AttemptNotes notes) {
        this.attempts = attempts;
        this.notes = notes;
    }

    /** Whether this may not even be looked at now. */
    public boolean refused(String typed, String address) {
        return attempts.refused(KIND + typed, address);
    }

    /** There is no such code. */
    public void wrong(String typed, String address) {
        Attempts.Outcome outcome = attempts.wrong(KIND + typed, address);
        notes.note(new Attempts.Outcome(false, outcome.address()), "", address);
    }

    /** There is: whoever has it is let in from there, whatever others try. */
    public void right(String typed, String address) {
        attempts.right(KIND + typed, address);
    }
}
