package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.TriedPlan;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.shell.Screen;

/** Makes a plan from a document, which says itself what it is called, in what it pays and when it holds. */
@Route("plans/new")
@RolesAllowed("FINANCE")
class NewPlanView extends Screen implements BeforeLeaveObserver {

    /** The day in the document to start from; the next month takes its place. */
    private static final String SOME_DAY = "2027-01-01";

    private final Plans plans;
    private final TextField externalId = new TextField(getTranslation("plans.external-id"));
    private final PlanDesk desk;
    private boolean ownId;

    NewPlanView(Plans plans, Clock clock) {
        this.plans = plans;
        this.desk = new PlanDesk(true, "plan.yml", UnaryOperator.identity(), this::propose);
        externalId.setHelperText(getTranslation("plans.external-id-hint"));
        externalId.setRequiredIndicatorVisible(true);
        externalId.addValueChangeListener(change -> ownId = ownId || change.isFromClient());
        desk.saving().add(externalId, new SaveButton(getTranslation("plans.create"), this::save));
        add(new Paragraph(getTranslation("plans.text.new-intro")), desk);
        String next = LocalDate.now(clock).withDayOfMonth(1).plusMonths(1).toString();
        desk.show(getTranslation("plans.text.start-new").replace(SOME_DAY, next), null, 1);
    }

    private void propose(TriedPlan tried) {
        if (!ownId) {
            externalId.setValue(ShortName.of(tried.terms().plan()));
        }
    }

    private void save() {
        externalId.setInvalid(false);
        Optional<TriedPlan> tried = desk.attempt();
        if (tried.isEmpty()) {
            return;
        }
        PlanDocument.Header header =
                Objects.requireNonNull(tried.get().document().header());
        PlanRef plan;
        try {
            plan = plans.create(
                    externalId.getValue(), header.name(), header.currency(), header.from(), header.to(), desk.text());
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("externalId", externalId))) {
                desk.refuse(fault);
            }
            return;
        }
        desk.settled();
        UI.getCurrent().navigate(PlanView.class, new RouteParameters("plan", String.valueOf(plan.id())));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (desk.dirty()) {
            Leaving.ask(event, desk);
        }
    }

    @Override
    public String heading() {
        return getTranslation("plans.new");
    }
}
