package org.koploper.ui.kpi;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.kpi.Counted;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.OwnKpiState;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnKpis;
import org.koploper.kpi.OwnPart;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Undoables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator builds a KPI, changes it with a reason, and retires it. */
class OwnKpiViewTest extends ScreenTest {

    private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

    @Autowired
    private OwnKpis own;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "Solar " + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nobodyElseIsOfferedIt() {
        As.user(scene.manager, ADMIN, () -> {
            own.list().stream()
                    .filter(state -> state.newest().terms().en().name().startsWith("Solar "))
                    .forEach(state -> own.retire(state.key()));
            return true;
        });
    }

    private Browser administrator() {
        return in(scene.as(Role.ADMIN));
    }

    private void families(String... families) {
        for (String family : families) {
            String id = "PR-" + family + "-" + name;
            jdbc.sql("insert into products (id, external_id, name, family, version) values (?, ?, ?, ?, 0)")
                    .params((long) id.hashCode() + Integer.MAX_VALUE * 4L, id, family, family)
                    .update();
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Counted> side(String label) {
        return _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> only(int side, String label) {
        return (MultiSelectComboBox<String>)
                _find(MultiSelectComboBox.class, spec -> spec.withLabel(label)).get(side);
    }

    private void called() {
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name in English")), name);
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Meaning in English")), "What the sun brings in.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name in Dutch")), name + " nl");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Meaning in Dutch")), "Wat de zon opbrengt.");
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    private OwnKpiState made() {
        return As.user(
                scene.manager,
                ADMIN,
                () -> own.list().stream()
                        .filter(state -> state.newest().terms().en().name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aRatioIsBuiltAsASentenceWithItsNumbersBesideBeforeItIsSaved() {
        families("Solar", "Wind");
        scene.sells(scene.an, "3000");
        Browser browser = administrator();
        browser.open("admin/own-kpis/new");
        assertThat(browser.text()).as("revenue, as it begins").contains("The organisation, ");

        _setValue(side("Divided by"), Counted.ORDERS);
        only(0, "Only these product families").setValue(Set.of("Solar", "Wind"));
        called();

        assertThat(_get(OwnKpiForm.class).terms().unit()).isEqualTo(KpiUnit.MONEY);
        save();

        assertThat(browser.address()).isEqualTo("admin/own-kpis/" + made().key());
        assertThat(browser.heading()).isEqualTo(name);
        OwnKpiTerms terms = made().newest().terms();
        assertThat(terms.part().what()).isEqualTo(Counted.REVENUE);
        assertThat(terms.part().only().values().get(Grouping.FAMILY)).containsExactly("Solar", "Wind");
        assertThat(terms.whole()).isEqualTo(OwnPart.of(Counted.ORDERS));
        assertThat(browser.text())
                .contains("Revenue (family Solar / Wind), divided by Orders", "No goal has it yet.", "Made of");
    }

    @Test
    void onlyThatIsAskedWhichTheFactsCanSay() {
        administrator().open("admin/own-kpis/new");

        _setValue(side("What is counted"), Counted.LEADS);
        assertThat(_find(MultiSelectComboBox.class, spec -> spec.withLabel("Only leads of these sources")))
                .hasSize(1);
        assertThat(_find(MultiSelectComboBox.class, spec -> spec.withLabel("Only these products")))
                .isEmpty();
        _setValue(side("What is counted"), Counted.CALLS);
        assertThat(_find(MultiSelectComboBox.class))
                .as("a week typed in as a whole says nothing")
                .isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsFieldWithItsCureAndThereIsNoNumber() {
        Browser browser = administrator();
        browser.open("admin/own-kpis/new");

        _setValue(side("Divided by"), Counted.REVENUE);
        assertThat(side("Divided by").isInvalid()).isTrue();
        assertThat(side("Divided by").getErrorMessage()).startsWith("Both sides are the same");
        assertThat(browser.text()).contains("There is no number as long as");

        _setValue(side("Divided by"), Counted.ORDERS);
        assertThat(side("Divided by").isInvalid()).isFalse();
        save();
        TextField called = _get(TextField.class, spec -> spec.withLabel("Name in English"));
        assertThat(called.getErrorMessage()).isEqualTo("Fill this in.");
        _setValue(called, "closing rate");
        save();
        assertThat(called.getErrorMessage()).startsWith("Another KPI is called closing rate already.");
    }

    @Test
    void aChangeAsksWhyAndStandsAmongTheVersions() {
        Browser browser = administrator();
        browser.open("admin/own-kpis/new");
        called();
        save();

        _setValue(side("What is counted"), Counted.MARGIN);
        save();
        TextField reason = _get(TextField.class, spec -> spec.withLabel("Reason of the change"));
        assertThat(reason.getErrorMessage()).startsWith("Say why");
        _setValue(reason, "Revenue said too little");
        save();

        assertThat(made().newest().version()).isEqualTo(2);
        assertThat(made().versions().getFirst().reason()).isEqualTo("Revenue said too little");
    }

    @Test
    void whatWouldBeAnotherKindOfNumberIsAnotherKpi() {
        administrator().open("admin/own-kpis/new");
        called();
        save();

        _setValue(side("What is counted"), Counted.ORDERS);
        assertThat(_get(Select.class, spec -> spec.withLabel("Shown in")).getErrorMessage())
                .startsWith("This would be another kind of number");
    }

    @Test
    void somebodyElsesChangeIsShownFieldByFieldBeforeItIsReplaced() {
        administrator().open("admin/own-kpis/new");
        called();
        save();
        OwnKpiTerms first = made().newest().terms();
        String key = made().key();
        OwnKpiTerms others = new OwnKpiTerms(
                first.en(), first.nl(), first.unit(), first.direction(), OwnPart.of(Counted.MARGIN), null);
        As.user(scene.manager, ADMIN, () -> own.change(key, 1, others, "margin"));

        _setValue(_get(TextArea.class, spec -> spec.withLabel("Meaning in English")), "All that the sun brings in.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Reason of the change")), "clearer");
        save();
        ConflictDialog dialog = _get(ConflictDialog.class);
        assertThat(dialog.getElement().getTextRecursively()).contains("Revenue", "Margin");
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));

        assertThat(made().newest().version()).isEqualTo(3);
        assertThat(made().newest().terms().part().what()).as("theirs").isEqualTo(Counted.MARGIN);
        assertThat(made().newest().terms().en().explanation()).as("mine").isEqualTo("All that the sun brings in.");
    }

    @Test
    void whatIsRetiredIsSaidAndCanBeUndone() {
        Browser browser = administrator();
        browser.open("admin/own-kpis/new");
        called();
        save();

        _click(_get(Button.class, spec -> spec.withText("Retire")));
        assertThat(made().retired()).isTrue();
        assertThat(browser.text()).contains("Bring back");
        Undoables.here().getFirst().undo();
        assertThat(made().retired()).isFalse();
    }
}
