package org.koploper.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordShelf;
import org.koploper.sales.CustomerQuestion;
import org.koploper.sales.CustomerQuestions;
import org.koploper.sales.QuestionCounts;
import org.koploper.sales.QuestionDesk;
import org.koploper.sales.QuestionQuery;
import org.koploper.sales.QuestionRefused;
import org.koploper.sales.QuestionState;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.Days;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.records.RecordAddress;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/**
 * The customers who were asked, and whom to ask: all with a recent order, or one: {@code ?customer=C-18} about the
 * latest order, {@code ?deal=D-2041} about that one.
 */
@Route("questions")
@RolesAllowed({"MANAGER", "REP", "ADMIN"})
class QuestionsView extends Screen implements BeforeEnterObserver {

    /** Below so many a share says nothing. */
    private static final int FEWEST = 5;

    private final CustomerQuestions questions;
    private final QuestionDesk desk;
    private final RecordShelf shelf;
    private final Links links;
    private final Filter<String> text = Filter.text("questions.search", "questions.search-hint");
    private final Filter<Optional<QuestionState>> state = Filter.choice(
            "state",
            "questions.state",
            List.of(QuestionState.values()),
            value -> value.name().toLowerCase(Locale.ROOT),
            value -> getTranslation(key(value)),
            "questions.all-states");
    private final Filter<Days> asked = Filter.days("askedOn", "questions.asked-on");
    private final Paragraph response = new Paragraph();
    private final Listing<CustomerQuestion> list;

    QuestionsView(
            CustomerQuestions questions, QuestionDesk desk, RecordShelf shelf, Links links, Clock clock, Lists lists) {
        this.questions = questions;
        this.desk = desk;
        this.shelf = shelf;
        this.links = links;
        list = lists.<CustomerQuestion>of("questions", "menu.questions")
                .columns(
                        ListColumn.<CustomerQuestion>text("customer", "deals.customer", CustomerQuestion::customerName)
                                .shown(row ->
                                        new Anchor(RecordAddress.of("customers", row.customer()), row.customerName()))
                                .sortable()
                                .main(),
                        ListColumn.<CustomerQuestion>day(
                                        "orderedOn", "questions.ordered-on", CustomerQuestion::orderedOn)
                                .sortable(),
                        ListColumn.<CustomerQuestion>text("askedBy", "questions.asked-by", this::askedBy)
                                .sortable(),
                        ListColumn.<CustomerQuestion>day("askedOn", "questions.asked-on", CustomerQuestion::askedOn)
                                .sortable(),
                        ListColumn.<CustomerQuestion>day("lastDay", "questions.last-day", CustomerQuestion::lastDay)
                                .fileOnly(),
                        ListColumn.<CustomerQuestion>text(
                                        "state", "questions.state", row -> getTranslation(key(row.state())))
                                .shown(row -> new StatusBadge(key(row.state()), tone(row.state())))
                                .tight(),
                        ListColumn.<CustomerQuestion>day(
                                        "answeredOn", "questions.answered-on", CustomerQuestion::answeredOn)
                                .sortable(),
                        ListColumn.<CustomerQuestion>control("action", "questions.action", this::actions))
                .filters(text, state, asked)
                .sortedBy("-askedOn")
                .none(() -> new EmptyState(
                        getTranslation("questions.none"), getTranslation("questions.none-text"), many(clock)))
                .reading(this::read, this::count);
        Div actions = new Div(many(clock));
        actions.addClassName("kp-actions");
        add(new Paragraph(getTranslation("questions.intro")), actions, response, list);
    }

    private Button many(Clock clock) {
        Button many = new Button(
                getTranslation("questions.many"), click -> new AskManyDialog(desk, links, clock, this::refresh).open());
        many.addThemeVariants(ButtonVariant.PRIMARY);
        return many;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
        Address address = Address.of(event.getLocation());
        String deal = address.get("deal").orElse(null);
        (deal == null ? address.get("customer").flatMap(this::customer) : buyer(deal))
                .ifPresent(customer -> new AskDialog(desk, links, customer, deal, this::refresh).open());
    }

    private Optional<RecordRef> customer(String externalId) {
        return shelf.choice("customers", externalId);
    }

    private Optional<RecordRef> buyer(String deal) {
        return shelf.find("deals", deal)
                .map(seen -> seen.row().values().get("customer"))
                .filter(RecordRef.class::isInstance)
                .map(RecordRef.class::cast);
    }

    private void refresh() {
        list.refresh();
    }

    private List<CustomerQuestion> read(Asked now, int offset, int limit) {
        return questions.rows(query(now, offset, limit));
    }

    private long count(Asked now) {
        QuestionQuery query = query(now, 0, 1);
        tell(questions.counts(query));
        return questions.count(query);
    }

    private void tell(QuestionCounts counts) {
        Formats formats = Formats.here();
        String answered = formats.number(counts.answered());
        String all = formats.number(counts.asked());
        String open = formats.number(counts.open());
        response.setVisible(counts.asked() > 0);
        response.setText(
                counts.asked() < FEWEST
                        ? getTranslation("questions.response-few", answered, all, open)
                        : getTranslation(
                                "questions.response",
                                answered,
                                all,
                                formats.percent(BigDecimal.valueOf(counts.answered())
                                        .divide(BigDecimal.valueOf(counts.asked()), MathContext.DECIMAL64)),
                                open));
    }

    private QuestionQuery query(Asked now, int offset, int limit) {
        QuestionQuery.Sort sort = switch (now.sort()) {
            case "customer" -> QuestionQuery.Sort.CUSTOMER;
            case "orderedOn" -> QuestionQuery.Sort.ORDERED_ON;
            case "askedBy" -> QuestionQuery.Sort.ASKED_BY;
            case "answeredOn" -> QuestionQuery.Sort.ANSWERED_ON;
            default -> QuestionQuery.Sort.ASKED_ON;
        };
        Days days = asked.in(now);
        return new QuestionQuery(
                text.in(now),
                state.in(now).orElse(null),
                days.from(),
                days.to(),
                offset,
                limit,
                sort,
                now.descending());
    }

    private String askedBy(CustomerQuestion row) {
        return row.askedBy() == null ? getTranslation("questions.by-program") : row.askedBy();
    }

    private static String key(QuestionState state) {
        return "questions.state-" + state.name().toLowerCase(Locale.ROOT);
    }

    private static Tone tone(QuestionState state) {
        return switch (state) {
            case ANSWERED -> Tone.GOOD;
            case EXPIRED -> Tone.WARN;
            case OPEN, WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    private Component actions(CustomerQuestion row) {
        if (row.answer() != null) {
            Anchor answer = new Anchor(
                    RecordAddress.of("survey-answers-customer", row.answer()), getTranslation("questions.answer"));
            answer.getElement().setAttribute("aria-label", getTranslation("questions.answer-of", row.customerName()));
            return answer;
        }
        if (row.state() != QuestionState.OPEN) {
            return new Span();
        }
        Button renew = action("questions.renew", "questions.renew-for", row, () -> renew(row));
        Button withdraw = action("questions.withdraw", "questions.withdraw-for", row, () -> withdraw(row));
        withdraw.addThemeVariants(ButtonVariant.ERROR);
        Div both = new Div(renew, withdraw);
        both.addClassName("kp-question-actions");
        return both;
    }

    private Button action(String label, String of, CustomerQuestion row, Runnable does) {
        Button button = new Button(getTranslation(label), click -> does.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(of, row.customerName()));
        return button;
    }

    private void renew(CustomerQuestion row) {
        ConfirmWithReason.of("questions.renew-title", "questions.renew", row.customerName())
                .says(getTranslation("questions.renew-text"))
                .thenUnlessRefused(why -> unlessRefused(() -> AskDialog.show(desk.renew(row.id()), links)));
    }

    private void withdraw(CustomerQuestion row) {
        ConfirmWithReason.of("questions.withdraw-title", "questions.withdraw", row.customerName())
                .says(getTranslation("questions.withdraw-text"))
                .destroys()
                .thenUnlessRefused(why -> unlessRefused(() -> {
                    desk.withdraw(row.id());
                    UndoToast.say(getTranslation("questions.withdrawn", row.customerName()));
                }));
    }

    private Optional<String> unlessRefused(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (QuestionRefused refused) {
            return Optional.of(AskDialog.words(refused));
        } finally {
            refresh();
        }
    }

    @Override
    public String heading() {
        return getTranslation("menu.questions");
    }
}
