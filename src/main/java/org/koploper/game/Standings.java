package org.koploper.game;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Questions about the rows of a board. Pure. */
public final class Standings {

    private static final int NEIGHBOURS = 2;

    private Standings() {}

    /** The row of that person or team. */
    public static Optional<Standing> of(Board board, long id) {
        return board.standings().stream().filter(row -> row.id() == id).findFirst();
    }

    /**
     * The row of that person or team with two rows above and two below, fewer at the ends of the board.
     *
     * @return empty when it is not on the board
     */
    public static List<Standing> around(Board board, long id) {
        List<Standing> all = board.standings();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id() == id)
                .mapToObj(i -> all.subList(Math.max(0, i - NEIGHBOURS), Math.min(all.size(), i + NEIGHBOURS + 1)))
                .findFirst()
                .orElse(List.of());
    }

    /** How much is missing to the value of the next better rank; empty at the top and for rows without a value. */
    public static Optional<BigDecimal> toNext(Board board, Standing row) {
        BigDecimal own = row.value();
        if (own == null) {
            return Optional.empty();
        }
        return board.standings().stream()
                .map(Standing::value)
                .filter(value -> value != null && value.compareTo(own) > 0)
                .min(BigDecimal::compareTo)
                .map(value -> value.subtract(own));
    }
}
