package org.koploper.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealPage;
import org.koploper.sales.DealQuery;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.Tile;

/** The deals of the people below, the open ones first: to find, to win, to change. */
class DealsTile extends Tile {

    private static final int SHOWN = 20;

    private final DealDesk desk;
    private final DealDialogs dialogs;
    private final Directory directory;
    private final Clock clock;
    private final TextField search = new TextField();
    private final Select<String> stage = new Select<>();
    private final Div result = new Div();
    private List<PersonRef> below = List.of();

    /** @param wanted what to search for at first */
    DealsTile(DealDesk desk, DealDialogs dialogs, Directory directory, Clock clock, String wanted) {
        super(I18NProvider.translate("deals.title"));
        this.desk = desk;
        this.dialogs = dialogs;
        this.directory = directory;
        this.clock = clock;
        addClassName("kp-wide");
        search.setLabel(getTranslation("deals.search"));
        search.setClearButtonVisible(true);
        search.setValue(wanted);
        Shortcut.on(search, Shortcut.FILTER, getTranslation("keys.filter"));
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        stage.setLabel(getTranslation("deal.stage"));
        List<String> stages = new ArrayList<>(List.of(""));
        Stream.of(DealStage.values()).map(Enum::name).forEach(stages::add);
        stage.setItems(stages);
        stage.setItemLabelGenerator(
                name -> name.isEmpty() ? getTranslation("deals.open") : DealNames.stage(DealStage.valueOf(name)));
        stage.setValue("");
        stage.addValueChangeListener(change -> refresh());
        Div toolbar = new Div(search, stage);
        toolbar.addClassName("kp-toolbar");
        add(toolbar, result);
        refresh();
    }

    /** Reads the deals again. */
    final void refresh() {
        below = directory.peopleBelow(Caller.now().self(), LocalDate.now(clock));
        DealPage page = page((stage.getValue().isEmpty()
                        ? Stream.of(DealStage.values()).filter(DealStage::isOpen)
                        : Stream.of(DealStage.valueOf(stage.getValue())))
                .collect(Collectors.toSet()));
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-deal-list");
        list.getElement().setAttribute("role", "list");
        Shortcut.walk(list);
        page.rows().forEach(deal -> list.add(row(deal)));
        result.removeAll();
        if (page.total() == 0) {
            result.add(new Paragraph(getTranslation(search.isEmpty() ? "deals.none" : "deals.none-found")));
        } else {
            result.add(
                    list,
                    new Paragraph(getTranslation("deals.shown", page.rows().size(), page.total())));
        }
        // by its address: a screen named here would be loaded with this one
        result.add(new Anchor("deals", getTranslation("deals.all")));
    }

    private DealPage page(Set<DealStage> of) {
        return desk.list(new DealQuery(search.getValue(), of, null, null, null, 0, SHOWN, DealQuery.Sort.VALUE, true));
    }

    private ListItem row(DealRow deal) {
        Span name = new Span(DealNames.of(deal));
        name.addClassName("kp-strong");
        Span about = new Span(
                getTranslation("deals.about", deal.owner().name(), DealNames.stage(deal.stage()), deal.externalId()));
        about.addClassName("kp-quiet");
        Div what = new Div(name, about);
        what.addClassName("kp-deal-what");
        Span value = new Span(DealNames.value(deal));
        value.addClassName("kp-money");
        Div actions = new Div();
        actions.addClassName("kp-actions");
        if (below.contains(deal.owner())) {
            if (deal.stage().isOpen()) {
                actions.add(button("deal.win", "deal.win-title", deal, view -> dialogs.win(view, this::refresh)));
            }
            actions.add(Shortcut.opensRow(Shortcut.on(
                    button("deal.edit", "deal.edit-title", deal, view -> dialogs.edit(view, below, this::refresh)),
                    Shortcut.EDIT,
                    getTranslation("keys.edit-row"))));
        }
        ListItem row = new ListItem(what, value, actions);
        row.addClassName("kp-deal");
        return row;
    }

    private Button button(String key, String words, DealRow deal, Consumer<DealView> dialog) {
        Button button = new Button(getTranslation(key), click -> {
            Optional<DealView> view = desk.find(deal.externalId()).filter(DealView::mayChange);
            view.ifPresentOrElse(dialog, this::refresh);
        });
        button.setAriaLabel(getTranslation(words, DealNames.of(deal)));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
