package org.koploper.sales;

/**
 * A product family that a customer has not bought yet, and others like them have.
 *
 * @param buyers how many of the comparable customers bought it, at least {@value #FEWEST_BUYERS}
 * @param comparable how many customers bought something of a family that this one bought too, at least {@value #FEWEST}
 */
public record NextFamily(String family, int buyers, int comparable) {

    /** With fewer comparable customers nothing is proposed. */
    public static final int FEWEST = 5;

    /** What one of them bought alone is chance. */
    public static final int FEWEST_BUYERS = 2;

    /** So many are proposed at most. */
    public static final int MOST = 3;
}
