package org.koploper.ui.team;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.internal.DependencyTrigger;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.sales.CrossSelling;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealQuery;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.sales.NextFamily;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.Days;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/**
 * All deals that the user may see: to find, to open, and for who manages their owner to win and to change. What its
 * dialogs need in a browser comes with it, and with a dialog that another screen opens.
 */
@Route("deals")
@DependencyTrigger({DealsView.class, WinDialog.class, EditDialog.class})
@RolesAllowed({"REP", "MANAGER", "FINANCE", "ADMIN"})
class DealsView extends Screen implements BeforeEnterObserver {

    private final DealDesk desk;
    private final CrossSelling crossSelling;
    private final Directory directory;
    private final Clock clock;
    private final Filter<String> text = Filter.text("deals.filter", "deals.filter-hint");
    private final Filter<Optional<DealStage>> stage = Filter.choice(
            "stage",
            "deal.stage",
            List.of(DealStage.values()),
            value -> value.name().toLowerCase(Locale.ROOT),
            DealNames::stage,
            "deals.all-stages");
    private final Filter<Optional<PersonRef>> owner;
    private final Filter<Days> closed = Filter.days("closedOn", "deal.closed-on");
    private final Listing<DealRow> list;
    private Address address = Address.of(new Location(""));
    private @Nullable DealDialog opened;

    DealsView(DealDesk desk, CrossSelling crossSelling, Directory directory, Clock clock, Lists lists) {
        this.desk = desk;
        this.crossSelling = crossSelling;
        this.directory = directory;
        this.clock = clock;
        owner = Filter.choice(
                "owner", "deal.owner", owners(), person -> person.id().toString(), PersonRef::name, "deals.everybody");
        list = lists.<DealRow>of("deals", "menu.deals")
                .columns(
                        ListColumn.<DealRow>text("name", "deals.deal", DealRow::name)
                                .shown(this::name)
                                .sortable()
                                .main(),
                        ListColumn.<DealRow>text("number", "deals.number", DealRow::externalId)
                                .sortable(),
                        ListColumn.<DealRow>text("customer", "deals.customer", DealRow::customer)
                                .sortable(),
                        ListColumn.<DealRow>text(
                                        "owner",
                                        "deal.owner",
                                        row -> row.owner().name())
                                .sortable(),
                        ListColumn.<DealRow>text("stage", "deal.stage", row -> DealNames.stage(row.stage()))
                                .sortable(),
                        ListColumn.<DealRow>money(
                                        "value",
                                        "deal.value",
                                        DealRow::value,
                                        row -> Currency.getInstance(row.currency()))
                                .sortable(),
                        ListColumn.<DealRow>day("engagedOn", "deals.engaged-on", DealRow::engagedOn)
                                .sortable(),
                        ListColumn.<DealRow>day("closedOn", "deal.closed-on", DealRow::closedOn)
                                .sortable())
                .filters(text, stage, owner, closed)
                .sortedBy("-closedOn")
                .none(() -> new EmptyState(getTranslation("deals.no-deals"), getTranslation("deals.no-deals-text")))
                .reading(
                        (asked, offset, limit) -> desk.rows(query(asked, offset, limit)),
                        asked -> desk.count(query(asked, 0, 1)));
        CurrentUser user = Caller.now();
        boolean all = user.has(Role.FINANCE) || user.has(Role.ADMIN);
        add(new Paragraph(getTranslation(all ? "deals.intro-all" : "deals.intro")), list);
    }

    /** Whose deals somebody can look at; who only sells has no one to choose from. */
    private List<PersonRef> owners() {
        CurrentUser user = Caller.now();
        if (user.has(Role.FINANCE) || user.has(Role.ADMIN)) {
            return directory.people();
        }
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(directory.person(user.self()).stream(), directory.peopleBelow(user.self(), today).stream())
                .toList();
    }

    private DealQuery query(Asked asked, int offset, int limit) {
        return new DealQuery(
                text.in(asked),
                stage.in(asked).map(Set::of).orElse(Set.of()),
                owner.in(asked).map(PersonRef::id).orElse(null),
                closed.in(asked).from(),
                closed.in(asked).to(),
                offset,
                limit,
                sort(asked.sort()),
                asked.descending());
    }

    private static DealQuery.Sort sort(String key) {
        return switch (key) {
            case "name" -> DealQuery.Sort.NAME;
            case "number" -> DealQuery.Sort.EXTERNAL_ID;
            case "customer" -> DealQuery.Sort.CUSTOMER;
            case "owner" -> DealQuery.Sort.OWNER;
            case "stage" -> DealQuery.Sort.STAGE;
            case "value" -> DealQuery.Sort.VALUE;
            case "engagedOn" -> DealQuery.Sort.ENGAGED_ON;
            default -> DealQuery.Sort.CLOSED_ON;
        };
    }

    private Button name(DealRow row) {
        Button open = new Button(
                row.name() == null ? row.externalId() : row.name(),
                click -> UI.getCurrent()
                        .navigate(
                                "deals", address.with("deal", row.externalId()).query()));
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.setAriaLabel(getTranslation("deal.details", DealNames.of(row)));
        return open;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        list.show(event.getLocation());
        if (opened != null) {
            opened.close();
            opened = null;
        }
        address.get("deal").flatMap(desk::find).ifPresent(this::open);
    }

    private void open(DealView deal) {
        List<NextFamily> next = deal.row().stage() == DealStage.WON
                ? crossSelling.forDeal(deal.row().externalId())
                : List.of();
        DealDialog dialog = new DealDialog(deal, next, () -> win(deal), () -> edit(deal));
        opened = dialog;
        dialog.addOpenedChangeListener(change -> {
            // closed by the user, not by going elsewhere
            if (!change.isOpened() && opened == dialog) {
                opened = null;
                UI.getCurrent().navigate("deals", address.with("deal", null).query());
            }
        });
        dialog.open();
    }

    private void win(DealView deal) {
        new WinDialog(desk, crossSelling, deal, directory.people(), clock, list::refresh).open();
    }

    private void edit(DealView deal) {
        List<PersonRef> everybody = directory.people();
        List<PersonRef> mayOwn = Caller.now().has(Role.ADMIN)
                ? everybody
                : directory.peopleBelow(Caller.now().self(), LocalDate.now(clock));
        new EditDialog(desk, deal, mayOwn, everybody, clock, list::refresh).open();
    }

    @Override
    public String heading() {
        return getTranslation("menu.deals");
    }
}
