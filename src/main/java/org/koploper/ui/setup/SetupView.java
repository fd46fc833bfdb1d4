package org.koploper.ui.setup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SetupCode.Answer;
import org.koploper.people.FirstStart;
import org.koploper.people.Founding.Start;
import org.koploper.people.SetupRefused;
import org.koploper.people.SetupRefused.About;
import org.koploper.ui.kit.Stepper;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Languages;
import org.koploper.ui.shell.Screen;

/**
 * Sets the product up, step by step, while nobody can sign in; afterwards this address leads to the start. What was
 * answered stays when one goes back, changes the language, or reads the page again.
 */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends Screen implements BeforeEnterObserver {

    private final FirstStart start;
    private final String address;
    private final Answers answers = Answers.here();
    private Step now = Step.CODE;
    private @Nullable SetupStep shown;

    SetupView(FirstStart start) {
        this.start = start;
        VaadinRequest request = VaadinRequest.getCurrent();
        this.address = request == null ? "" : request.getRemoteAddr();
        addClassName("kp-setup");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Step asked =
                Address.of(event.getLocation()).get("step").flatMap(Step::of).orElse(Step.CODE);
        SetupStep before = shown;
        if (before != null) {
            before.keep();
        }
        // somebody else may be through meanwhile
        answers.opened = answers.opened && start.enter(answers.code, address) == Answer.RIGHT;
        now = answers.opened ? asked : Step.CODE;
        show(before != null);
    }

    private SetupStep show(boolean moved) {
        removeAll();
        H1 heading = new H1(heading());
        heading.getElement().setAttribute("tabindex", "-1");
        Span brand = new Span("Koploper");
        brand.addClassName("kp-brand");
        SetupStep step = step();
        shown = step;
        if (now != Step.CODE) {
            step.offerBack(() -> go(Step.values()[now.ordinal() - 1]));
        }
        add(new Div(brand, trail(), heading, step));
        if (moved) {
            heading.getElement().callJsFunction("focus");
        }
        return step;
    }

    /** Those behind lead back, where what was answered is kept. */
    private Stepper trail() {
        return new Stepper(
                getTranslation("setup.steps"),
                Arrays.stream(Step.values())
                        .map(step -> {
                            String name = getTranslation("setup.step-" + step.key());
                            return new Stepper.Step(name, step.compareTo(now) < 0 ? back(name, step) : null);
                        })
                        .toList(),
                now.ordinal());
    }

    private static RouterLink back(String name, Step step) {
        RouterLink link = new RouterLink(name, SetupView.class);
        link.setQueryParameters(query(step));
        return link;
    }

    private SetupStep step() {
        return switch (now) {
            case CODE -> new CodeStep(start, address, answers, this::speak, () -> go(Step.ORGANISATION));
            case ORGANISATION ->
                new OrganisationStep(start.demoFits(answers.code, address), answers, () -> go(Step.ADMINISTRATOR));
            case ADMINISTRATOR -> new AdministratorStep(start, address, answers, this::announce);
        };
    }

    private void go(Step step) {
        UI.getCurrent().navigate(SetupView.class, query(step));
    }

    private static QueryParameters query(Step step) {
        return step == Step.CODE ? QueryParameters.empty() : QueryParameters.of("step", step.key());
    }

    private void speak(Locale language) {
        answers.language = language;
        VaadinSession session = VaadinSession.getCurrent();
        session.setLocale(language);
        VaadinRequest.getCurrent().getWrappedSession().setAttribute(Languages.CHOSEN, language.toLanguageTag());
        UI ui = UI.getCurrent();
        ui.setLocale(language);
        ui.getPage().executeJs("document.documentElement.lang = $0", language.toLanguageTag());
        ui.getPage().setTitle(getPageTitle());
        show(true);
    }

    /** Says first what is going on, since demo data take a while, and begins when that is to be read. */
    private void announce() {
        if (answers.start == Start.DEMO) {
            Paragraph waiting = new Paragraph(getTranslation("setup.loading"));
            waiting.addClassName("kp-note");
            waiting.getElement().setAttribute("role", "status");
            getChildren().findFirst().map(Div.class::cast).ifPresent(sheet -> {
                sheet.add(waiting);
                waiting.getElement().executeJs("return true").then(shownNow -> {
                    sheet.remove(waiting);
                    finish();
                });
            });
        } else {
            finish();
        }
    }

    private void finish() {
        try {
            start.complete(answers.code, address, answers.founding());
            Answers.forget();
            UI.getCurrent()
                    .getPage()
                    .setLocation(
                            answers.start == Start.IMPORT ? "sign-in?welcome&continue=/import" : "sign-in?welcome");
        } catch (SetupRefused refused) {
            SetupStep step = shown;
            if (step != null && !step.show(refused)) {
                now = refused.about() == About.CODE ? Step.CODE : Step.ORGANISATION;
                show(true).show(refused);
            }
        }
    }

    @Override
    public String heading() {
        return getTranslation("setup.title-" + now.key());
    }
}
