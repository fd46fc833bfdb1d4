package org.koploper.ui.team;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.sales.NextFamily;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.NextFamilies;

/** What is known of a deal; who may change it is led on to winning and changing it. */
class DealDialog extends Dialog {

    private final DescriptionList facts = new DescriptionList();

    /**
     * @param next what the customer could buy besides; empty for nothing
     * @param win opens the dialog that wins it, where it can be won
     * @param edit opens the dialog that changes it
     */
    DealDialog(DealView deal, List<NextFamily> next, Runnable win, Runnable edit) {
        DealRow row = deal.row();
        setHeaderTitle(getTranslation("deal.details", DealNames.of(row)));
        facts.addClassName("kp-facts");
        fact("deals.number", row.externalId());
        fact("deals.customer", row.customer());
        fact("deal.product", deal.product());
        fact("deal.owner", row.owner().name());
        fact("deal.stage", DealNames.stage(row.stage()));
        fact("deal.value", DealNames.value(row));
        fact("deals.engaged-on", day(row.engagedOn()));
        fact("deal.closed-on", day(row.closedOn()));
        add(new Div(facts));
        if (!next.isEmpty()) {
            add(new H3(getTranslation("next-families.title")), new NextFamilies(next));
        }
        getFooter().add(new Button(getTranslation("deal.close"), click -> close()));
        CurrentUser user = Caller.now();
        boolean asks = user.has(Role.REP) || user.has(Role.MANAGER) || user.has(Role.ADMIN);
        if (asks && row.stage() == DealStage.WON && row.customer() != null) {
            getFooter()
                    .add(then(
                            "questions.ask-customer",
                            () -> UI.getCurrent().navigate("questions", QueryParameters.of("deal", row.externalId()))));
        }
        if (deal.mayChange()) {
            getFooter().add(then("deal.edit", edit));
            if (row.stage().isOpen()) {
                Button button = then("deal.win", win);
                button.addThemeVariants(ButtonVariant.PRIMARY);
                getFooter().add(button);
            }
        }
    }

    private Button then(String key, Runnable next) {
        return new Button(getTranslation(key), click -> {
            close();
            next.run();
        });
    }

    private void fact(String key, @Nullable String words) {
        if (words != null) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(words));
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Formats.here().date(day);
    }
}
