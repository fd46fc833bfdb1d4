package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementDocument;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.Statements;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every version of a statement can be had again, to the cent, whatever was posted after it. */
abstract class StatementDocumentsContract {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    ApplicationContext context;

    @Autowired
    Statements statements;

    @Autowired
    NothingCredited nothing;

    SalesSample sales;
    PaySample pay;
    PersonId rep;

    @BeforeEach
    void people() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        rep = sales.person("Rep");
    }

    @Test
    void eachVersionStaysAsItWas() {
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR), rep);
        List<Statement> seen = new ArrayList<>();
        long deal = sales.won(rep, "4000.01", "2026-11-03");
        seen.add(posted());
        sales.won(rep, "2500", "2026-11-02");
        seen.add(posted());
        sales.credit(deal, "150", "2026-11-04");
        seen.add(posted());
        sales.cancel(deal, "2026-11-05");
        seen.add(posted());

        List<StatementDocument> documents = asked(() -> statements.documents(rep, NOVEMBER));
        assertThat(documents).extracting(StatementDocument::number).containsExactly(4, 3, 2, 1);
        assertThat(documents).extracting(StatementDocument::seal).doesNotHaveDuplicates();
        for (StatementDocument document : documents) {
            Statement then = seen.get(document.number() - 1);
            Statement again = asked(() -> statements.of(rep, NOVEMBER, document.number()));
            assertThat(again.lines()).isEqualTo(then.lines());
            assertThat(again.total())
                    .isEqualByComparingTo(then.total())
                    .isEqualByComparingTo(
                            again.lines().stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(document.totals().get(PaySample.EUR));
            assertThat(again.versions()).isEqualTo(document.number());
            assertThat(again.asOf()).isEqualTo(document.at());
        }
        assertThat(documents.getFirst().seal())
                .isEqualTo(asked(() -> statements.seal(rep, NOVEMBER)).orElseThrow());
    }

    @Test
    void thereIsNoOtherVersion() {
        pay.assign(pay.plan(PaySample.FLAT_10), rep);
        assertThat(asked(() -> statements.documents(rep, NOVEMBER))).isEmpty();
        sales.won(rep, "10", "2026-11-03");
        posted();
        for (int number : new int[] {0, -1, 2}) {
            assertThatThrownBy(() -> asked(() -> statements.of(rep, NOVEMBER, number)))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void whatHasNoLineIsAskedOfTheEngineAndPostsNothing() {
        pay.assign(pay.plan("""
                {"components": [{"name": "Commission", "flat": {"rate": "0.05"}},
                  {"name": "Cross-sell", "where": {"product": "Solar"}, "flat": {"rate": "0.01"}}]}"""), rep);
        assertThat(asked(() -> nothing.in(rep, NOVEMBER)))
                .extracting(NothingCredited.Part::component)
                .containsExactly("Commission", "Cross-sell");

        sales.won(rep, "10", "2026-11-03");
        posted();
        long entries = pay.entries(rep);
        assertThat(asked(() -> nothing.in(rep, NOVEMBER))).singleElement().satisfies(part -> {
            assertThat(part.component()).isEqualTo("Cross-sell");
            assertThat(part.plan().version()).isEqualTo(1);
            assertThat(part.reason().result()).isZero();
            assertThat(part.reason().source()).isEqualTo("month:2026-11");
        });
        assertThat(pay.entries(rep)).isEqualTo(entries);
        assertThat(asked(() -> nothing.in(rep, YearMonth.of(2019, 1))))
                .as("before the plan")
                .isEmpty();
    }

    private Statement posted() {
        sales.changed(rep, "2026-11-03");
        return asked(() -> statements.of(rep, NOVEMBER));
    }

    private static <T> T asked(Supplier<T> question) {
        return Caller.asSystem(question);
    }

    @OnHsqldb
    static class OnHsqldbTest extends StatementDocumentsContract {}

    @OnPostgres
    static class OnPostgresTest extends StatementDocumentsContract {}
}
