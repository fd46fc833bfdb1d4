package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealProblem;

/**
 * Parts of a deal, in percent: of those who share it, where nobody means that the owner has all of it; or of those who are
 * credited on top of that.
 */
public class SplitFields extends CustomField<Map<PersonId, BigDecimal>> {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Problems whose first argument is a person's id. */
    private static final Set<String> NAMING_A_PERSON =
            Set.of("split-not-positive", "overlay-above-whole", "unknown-reference");

    private final List<PersonRef> people;
    private final List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final Span sum = new Span();
    private final boolean isWhole;

    /** Of those who share a deal: together they are the whole. */
    public SplitFields(List<PersonRef> people) {
        this(people, "deal.splits", "deal.splits-help", true);
    }

    /** Of those who are credited on top of that, whatever it comes to together. */
    public static SplitFields overlays(List<PersonRef> people) {
        return new SplitFields(people, "deal.overlays", "deal.overlays-help", false);
    }

    private SplitFields(List<PersonRef> people, String label, String help, boolean isWhole) {
        this.people = people;
        this.isWhole = isWhole;
        setLabel(getTranslation(label));
        setHelperText(getTranslation(help));
        Button more = new Button(getTranslation("deal.split-add"), click -> row(null, null));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        sum.getElement().setAttribute("aria-live", "polite");
        Div foot = new Div(more, sum);
        foot.addClassName("kp-actions");
        add(lines, foot);
    }

    private record Row(Div line, ComboBox<PersonRef> person, AmountField percent) {}

    private void row(@Nullable PersonRef person, @Nullable BigDecimal percent) {
        ComboBox<PersonRef> who = new ComboBox<>();
        who.setAriaLabel(getTranslation("deal.split-person"));
        who.setItems(people);
        who.setItemLabelGenerator(PersonRef::name);
        if (person != null) {
            who.setValue(person);
        }
        AmountField share = new AmountField("", "%", percent);
        share.setAriaLabel(getTranslation("deal.split-share"));
        share.addValueChangeListener(change -> changed());
        who.addValueChangeListener(change -> changed());
        Button remove = new Button("✕");
        remove.setAriaLabel(getTranslation("deal.split-remove"));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        Row row = new Row(new Div(who, share, remove), who, share);
        row.line().addClassName("kp-split");
        remove.addClickListener(click -> {
            rows.remove(row);
            lines.remove(row.line());
            changed();
        });
        rows.add(row);
        lines.add(row.line());
    }

    private void changed() {
        BigDecimal total = total();
        sum.setText(
                rows.isEmpty() || !isWhole
                        ? ""
                        : getTranslation("deal.split-sum", Formats.here().number(total)));
        sum.setClassName("kp-bad", isWhole && total.compareTo(ALL) != 0);
        updateValue();
    }

    private BigDecimal total() {
        return rows.stream()
                .map(row -> row.percent().amount().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether a row lacks its person or its share, or two rows name the same person. */
    public boolean incomplete() {
        return rows.stream()
                        .anyMatch(row -> row.person().getValue() == null
                                || row.percent().amount().isEmpty())
                || generateModelValue().size() != rows.size();
    }

    /** That problem with the names of the persons in place of their ids, where it names persons. */
    public DealProblem named(DealProblem problem) {
        if (!NAMING_A_PERSON.contains(problem.code()) || problem.args().isEmpty()) {
            return problem;
        }
        List<String> args = new ArrayList<>(problem.args());
        people.stream()
                .filter(person -> person.id().toString().equals(args.getFirst()))
                .findFirst()
                .ifPresent(person -> args.set(0, person.name()));
        return new DealProblem(problem.field(), problem.code(), List.copyOf(args));
    }

    @Override
    protected Map<PersonId, BigDecimal> generateModelValue() {
        Map<PersonId, BigDecimal> shares = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.person().getValue() != null) {
                row.percent()
                        .amount()
                        .ifPresent(share -> shares.put(row.person().getValue().id(), share));
            }
        }
        return shares;
    }

    @Override
    protected void setPresentationValue(Map<PersonId, BigDecimal> shares) {
        rows.clear();
        lines.removeAll();
        if (shares != null) {
            shares.forEach((id, percent) -> row(
                    people.stream()
                            .filter(person -> person.id().equals(id))
                            .findFirst()
                            .orElse(null),
                    percent));
        }
        changed();
    }
}
