package org.koploper.ui.board;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.game.Board;
import org.koploper.game.Standing;

/** Where the reader stands, in sentences. The own place is never said alone: beside it how many there are and how far it is. */
final class OwnPlace {

    private final Values values;
    private final List<Standing> ranked;

    /** @param ranked those with a place, best first */
    OwnPlace(Board board, List<Standing> ranked) {
        this.values = Values.of(board);
        this.ranked = ranked;
    }

    /** The reader's own row; empty where there is none. */
    Optional<Standing> row() {
        return ranked.stream().filter(Standing::self).findFirst();
    }

    /** The own place, and how far it is to the next better one. */
    Optional<String> sentence() {
        return row().map(self -> {
            Standing better = better(self);
            return better == null
                    ? I18NProvider.translate("board.own-first", ranked.size())
                    : I18NProvider.translate(
                            "board.own",
                            self.rank(),
                            ranked.size(),
                            values.difference(distance(better, self)),
                            Who.of(better));
        });
    }

    /** How far the reader is from the one chosen to compare with; empty where one of both has no place. */
    Optional<String> against(PersonId rival) {
        Standing other = ranked.stream()
                .filter(row -> row.id() == rival.value() && row.name() != null)
                .findFirst()
                .orElse(null);
        Standing self = row().orElse(null);
        if (other == null || self == null) {
            return Optional.empty();
        }
        BigDecimal distance = distance(other, self);
        if (distance == null) {
            return Optional.empty();
        }
        String key = distance.signum() == 0
                ? "board.rival.level"
                : distance.signum() > 0 ? "board.rival.ahead" : "board.rival.behind";
        return Optional.of(I18NProvider.translate(key, Who.of(other), values.difference(distance.abs())));
    }

    /** The nearest one above with a better rank; null for who is first. */
    private @Nullable Standing better(Standing self) {
        return ranked.subList(0, ranked.indexOf(self)).reversed().stream()
                .filter(row -> !Objects.equals(row.rank(), self.rank()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal distance(Standing there, Standing here) {
        BigDecimal above = there.score();
        BigDecimal own = here.score();
        return above == null || own == null ? null : above.subtract(own);
    }
}
