package org.koploper.ui.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.koploper.access.ApiTokens;
import org.koploper.access.Scope;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Filter;
import org.koploper.people.AccountList.Listed;
import org.koploper.people.AccountList.Order;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.SecretDialog;

/** Makes a token: what it is called, what it may do, for whom it acts. */
class TokenDialog extends FormDialog {

    private static final String ORGANISATION = "organisation";
    private static final String ONE_PERSON = "person";

    private final ApiTokens tokens;
    private final Runnable after;
    private final TextField name = new TextField(getTranslation("tokens.name"));
    private final CheckboxGroup<Scope> scopes = new CheckboxGroup<>(getTranslation("tokens.scopes"));
    private final RadioButtonGroup<String> whose = new RadioButtonGroup<>(getTranslation("tokens.whose"));
    private final DatePicker lastDay = Dates.field(getTranslation("tokens.last-day"));
    private final ComboBox<Listed> person = new ComboBox<>(getTranslation("tokens.person"));

    TokenDialog(ApiTokens tokens, AccountList people, LocalDate today, Runnable after) {
        super("tokens.new", "tokens.issue");
        this.tokens = tokens;
        this.after = after;
        name.setHelperText(getTranslation("tokens.name-hint"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(ApiTokens.LONGEST_NAME);
        name.setAutofocus(true);
        scopes.setItems(Scope.values());
        scopes.setItemLabelGenerator(scope -> getTranslation(key(scope)));
        scopes.setItemHelperGenerator(scope -> getTranslation(key(scope) + ".means"));
        person.setItems(
                query -> people
                        .page(
                                new Filter(query.getFilter().orElse(""), Access.ENABLED),
                                Order.BY_NAME,
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> people.count(new Filter(query.getFilter().orElse(""), Access.ENABLED)));
        person.setItemLabelGenerator(row -> row.person().name());
        person.setClearButtonVisible(true);
        person.setHelperText(getTranslation("tokens.person-hint"));
        // asked for, and never the answer to an empty field: a name typed halfway must not reach everybody
        whose.setItems(ORGANISATION, ONE_PERSON);
        whose.setItemLabelGenerator(
                answer -> getTranslation(answer.equals(ORGANISATION) ? "tokens.organisation" : "tokens.one-person"));
        whose.setRequiredIndicatorVisible(true);
        whose.addValueChangeListener(change -> person.setVisible(ONE_PERSON.equals(change.getValue())));
        person.setVisible(false);
        person.setRequiredIndicatorVisible(true);
        lastDay.setHelperText(getTranslation("tokens.last-day-hint"));
        lastDay.setMin(today);
        lastDay.setClearButtonVisible(true);
        lastDay.setI18n(lastDay.getI18n().setMinErrorMessage(getTranslation("tokens.last-day-past")));
        ask(name, scopes, whose, person, lastDay, new Paragraph(getTranslation("tokens.shown-once")));
    }

    /** Translation key of what a scope allows. */
    static String key(Scope scope) {
        return "scope." + scope.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void submit() {
        name.setInvalid(name.getValue().isBlank());
        name.setErrorMessage(getTranslation("tokens.name-missing"));
        scopes.setInvalid(scopes.isEmpty());
        scopes.setErrorMessage(getTranslation("tokens.scope-missing"));
        if (name.isInvalid()) {
            name.focus();
            return;
        }
        whose.setInvalid(whose.isEmpty());
        whose.setErrorMessage(getTranslation("tokens.whose-missing"));
        boolean oneMissing = ONE_PERSON.equals(whose.getValue()) && person.isEmpty();
        person.setInvalid(oneMissing);
        person.setErrorMessage(getTranslation("tokens.person-missing"));
        if (scopes.isInvalid() || whose.isInvalid() || oneMissing || lastDay.isInvalid()) {
            return;
        }
        String label = name.getValue().strip();
        Listed owner = ONE_PERSON.equals(whose.getValue()) ? person.getValue() : null;
        String token = tokens.issue(
                label,
                Set.copyOf(scopes.getValue()),
                owner == null ? null : owner.person().id(),
                lastDay.getValue());
        close();
        after.run();
        new SecretDialog(
                        getTranslation("tokens.issued", label),
                        getTranslation("tokens.once"),
                        getTranslation("tokens.token"),
                        token)
                .open();
    }
}
