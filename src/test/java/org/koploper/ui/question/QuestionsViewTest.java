package org.koploper.ui.question;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.access.SecretCode;
import org.koploper.sales.AnswerDesk;
import org.koploper.sales.CustomerAnswer;
import org.koploper.sales.CustomerQuestion;
import org.koploper.sales.QuestionDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.list.ExportMenu;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking customers on the screen, and what became of it. */
class QuestionsViewTest extends ScreenTest {

    private JdbcClient jdbc;
    private String customer;

    @BeforeEach
    void aCustomerOfAn() {
        jdbc = context.getBean(JdbcClient.class);
        long id = context.getBean(Ids.class).next();
        customer = "C" + id;
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, customer, "Bakery " + id)
                .update();
        jdbc.sql("update deals set customer_id = ? where id = ?")
                .params(id, scene.deal)
                .update();
    }

    @Test
    void aRepAsksTheCustomerOfAWonDealAndGetsALinkThisOnce() {
        Browser browser = in(scene.asAn());
        browser.open("questions?deal=" + Scene.name(scene.deal));
        assertThat(said()).contains("About order " + Scene.name(scene.deal), "works for 30 days", "for 90 days");
        press("Make a link");

        String link = _get(TextField.class, spec -> spec.withLabel("Link")).getValue();
        assertThat(link).matches("http://.*/a/[0-9a-v]{32}");
        assertThat(_get(Anchor.class, spec -> spec.withText("Write a mail")).getHref())
                .startsWith("mailto:?subject=")
                .contains(link.substring(link.length() - 32))
                .doesNotContain("+", "\n");
        press("I have noted it");

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.customer()).isEqualTo(customer);
            assertThat(row.askedBy()).isEqualTo("An Anders");
        });
        assertThat(browser.text()).contains("0 of 1 questions were answered; 1 can still be answered.");
    }

    @Test
    void theWaysToAskStandAtTheCustomerAndAtTheDealThatWasWon() {
        Browser browser = in(scene.asAn());
        browser.open("record/customers/" + customer);
        assertThat(asking()).containsExactly("questions?customer=" + customer);
        browser.open("record/deals/" + Scene.name(scene.deal));
        assertThat(asking()).containsExactly("questions?deal=" + Scene.name(scene.deal));
        signOut();

        Browser other = in(scene.asBo());
        other.open("record/deals/" + Scene.name(scene.openDeal));
        assertThat(asking()).as("of a deal that is open").isEmpty();
        signOut();

        Browser again = in(scene.asAn());
        again.open("deals?deal=" + Scene.name(scene.deal));
        press("Ask the customer how satisfied they are");
        assertThat(again.address()).isEqualTo("questions?deal=" + Scene.name(scene.deal));
        assertThat(said()).contains("About order");
    }

    @Test
    void aCustomerWhoWasAskedLatelyIsLeftInPeaceAndTheDialogSaysUntilWhen() {
        Browser browser = in(scene.asAn());
        browser.open("questions?customer=" + customer);
        press("Make a link");
        press("I have noted it");
        browser.open("questions?customer=" + customer);
        press("Make a link");

        assertThat(said()).contains("left in peace until");
        _assertNone(TextField.class, spec -> spec.withLabel("Link"));
    }

    @Test
    void aManagerAsksAllWhoBoughtLatelyAndTakesTheLinksAlong() {
        Browser browser = in(scene.asManager());
        browser.open("questions");
        assertThat(browser.text()).contains("No customer was asked yet");
        _click(_find(Button.class, spec -> spec.withText("Ask many customers")).getFirst());
        assertThat(said()).contains("1 customer would be asked.");
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Not asked in the last")), "89");
        press("Make links");
        assertThat(said()).contains("Type a whole number from 90 to 3,650.");
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Not asked in the last")), "120");
        press("Make links");

        assertThat(said()).contains("Links for 1 customers", "shown this once");
        assertThat(_find(ListItem.class)).extracting(ListItem::getText).anyMatch(text -> text.startsWith("Bakery "));
        assertThat(_find(ExportMenu.class)).hasSize(2);
        press("I have the links");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void anAnswerIsReachedFromTheListAndAnOpenQuestionIsWithdrawnOrGetsANewLink() {
        SecretCode code = ask();
        Browser browser = in(scene.asAn());
        browser.open("questions");
        pressInRow("New link");
        _click(_find(Button.class, spec -> spec.withText("New link")).getLast());
        String fresh = _get(TextField.class, spec -> spec.withLabel("Link")).getValue();
        assertThat(fresh).doesNotEndWith(code.letters());
        press("I have noted it");

        context.getBean(AnswerDesk.class)
                .answer(
                        SecretCode.of(fresh.substring(fresh.length() - 32)).orElseThrow(),
                        new CustomerAnswer(5, 5, ""));
        browser.open("questions?state=answered");
        CustomerQuestion row = rows().getFirst();
        assertThat(((Anchor) cell("action")).getHref()).isEqualTo("record/survey-answers-customer/" + row.answer());
        browser.open(((Anchor) cell("action")).getHref());
        assertThat(browser.text()).contains("What the customer wrote");
    }

    @Test
    void withdrawingIsAskedForAndTheStateSaysItAfterwards() {
        ask();
        Browser browser = in(scene.asManager());
        browser.open("questions");
        pressInRow("Withdraw");
        _click(_find(Button.class, spec -> spec.withText("Withdraw")).getLast());

        assertThat(rows()).extracting(row -> row.state().name()).containsExactly("WITHDRAWN");
        assertThat(said()).contains("was withdrawn");
    }

    @Test
    void ofFiveAndMoreThereIsAShareBesideTheNumbers() {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        Ids ids = context.getBean(Ids.class);
        for (int i = 0; i < 8; i++) {
            jdbc.sql(
                            "insert into customer_questions (id, customer_id, deal_id, asked_on, last_day, code_hash, answered_on)"
                                    + " select ?, customer_id, id, ?, ?, ?, ? from deals where id = ?")
                    .params(
                            ids.next(),
                            today.minusDays(40),
                            i == 7 ? today : today.minusDays(10),
                            SecretCode.create().hash(),
                            i < 2 ? today.minusDays(20) : null,
                            scene.deal)
                    .update();
        }
        Browser browser = in(scene.asManager());
        browser.open("questions");

        assertThat(browser.text()).contains("2 of 8 questions were answered (25.0%); 1 can still be answered.");
    }

    @Test
    void whereNothingIsSoldTheScreenIsNotOffered() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("questions");

        assertThat(browser.heading()).isNotEqualTo("Ask customers");
    }

    private SecretCode ask() {
        return As.user(
                        scene.an,
                        Set.of(Role.REP),
                        () -> context.getBean(QuestionDesk.class).ask(customer, null))
                .code();
    }

    private static void press(String text) {
        _click(_find(Button.class, spec -> spec.withText(text)).getFirst());
    }

    private static void pressInRow(String text) {
        _click(_get(cell("action"), Button.class, spec -> spec.withText(text)));
    }

    private static List<String> asking() {
        return _find(Anchor.class, spec -> spec.withText("Ask the customer how satisfied they are")).stream()
                .map(Anchor::getHref)
                .toList();
    }

    /** What the page, its dialogs and messages say. */
    private static String said() {
        return Stream.of(
                        _find(Paragraph.class).stream().map(Paragraph::getText),
                        _find(Span.class).stream().map(Span::getText),
                        _find(Dialog.class).stream().map(Dialog::getHeaderTitle),
                        _find(AmountField.class).stream().map(AmountField::getErrorMessage))
                .flatMap(all -> all)
                .collect(Collectors.joining("; "));
    }

    @SuppressWarnings("unchecked")
    private static Grid<CustomerQuestion> grid() {
        return _get(Grid.class);
    }

    private static List<CustomerQuestion> rows() {
        return _fetch(grid(), 0, 50);
    }

    private static Component cell(String column) {
        return _getCellComponent(grid(), 0, column);
    }
}
