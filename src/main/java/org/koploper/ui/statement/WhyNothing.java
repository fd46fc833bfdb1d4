package org.koploper.ui.statement;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.koploper.ledger.PlanInForce;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.springframework.stereotype.Component;

/** Says why a statement has no lines: nothing earned is explained too. */
@Component
class WhyNothing {

    private final I18NProvider texts;
    private final Directory directory;
    private final Statements statements;
    private final Clock clock;

    WhyNothing(I18NProvider texts, Directory directory, Statements statements, Clock clock) {
        this.texts = texts;
        this.directory = directory;
        this.statements = statements;
        this.clock = clock;
    }

    /** The reason in one line, and what it means for the reader. */
    record Words(String title, String text) {}

    /** @param statement one without lines */
    Words of(Statement statement, Locale locale) {
        PlanInForce plan = statement.plan();
        if (statements.seal(statement.person().id(), statement.period()).isPresent()) {
            return new Words(
                    texts.getTranslation("statement.empty.taken-back", locale),
                    texts.getTranslation("statement.empty-taken-back-text", locale));
        }
        if (plan == null) {
            return new Words(
                    texts.getTranslation("statement.empty.no-plan", locale),
                    texts.getTranslation("statement.ask", locale, whom(statement, locale)));
        }
        return new Words(
                texts.getTranslation("statement.empty.nothing-credited", locale),
                texts.getTranslation("statement.empty-text", locale, plan.name(), String.valueOf(plan.version())));
    }

    private String whom(Statement statement, Locale locale) {
        return directory
                .managerOf(statement.person().id(), LocalDate.now(clock))
                .map(PersonRef::name)
                .orElseGet(() -> texts.getTranslation("statement.finance", locale));
    }
}
