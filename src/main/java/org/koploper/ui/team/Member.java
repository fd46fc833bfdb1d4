package org.koploper.ui.team;

import org.jspecify.annotations.Nullable;
import org.koploper.game.Standing;
import org.koploper.kpi.Goal;
import org.koploper.ledger.MonthTotal;
import org.koploper.people.PersonRef;

/**
 * One of the people below a manager in one month.
 *
 * @param goal revenue against the target of the month
 * @param standing on the board of revenue; null for who is not on it
 * @param earned null where it is hidden, because the reader only looks as the manager
 */
record Member(
        PersonRef person,
        Goal goal,
        @Nullable Standing standing,
        @Nullable MonthTotal earned) {}
