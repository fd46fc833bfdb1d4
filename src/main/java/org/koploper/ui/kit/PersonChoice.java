package org.koploper.ui.kit;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/** The field in which one person is chosen, or nobody. */
public final class PersonChoice extends ComboBox<PersonRef> {

    /**
     * @param nobody what stands there while nobody is chosen
     * @param now null for nobody
     * @param chosen gets the external id of who was chosen; null for nobody
     */
    public PersonChoice(
            String id,
            List<PersonRef> people,
            String nobody,
            @Nullable PersonRef now,
            Consumer<@Nullable String> chosen) {
        setLabel(getTranslation("column.person"));
        setId(id);
        setItems(people);
        setItemLabelGenerator(PersonRef::name);
        setPlaceholder(nobody);
        setClearButtonVisible(true);
        setValue(now);
        addValueChangeListener(change -> {
            PersonRef person = change.getValue();
            chosen.accept(person == null ? null : person.externalId());
            Focus.stayOn(id);
        });
    }

    /** The same, with the reader as the first of them, who is called so. */
    public static PersonChoice withMyself(
            String id,
            PersonRef self,
            List<PersonRef> others,
            String nobody,
            @Nullable PersonRef now,
            Consumer<@Nullable String> chosen) {
        List<PersonRef> all = new ArrayList<>(List.of(self));
        all.addAll(others);
        PersonChoice choice = new PersonChoice(id, all, nobody, now, chosen);
        choice.setItemLabelGenerator(
                person -> person.equals(self) ? choice.getTranslation("effort.myself", person.name()) : person.name());
        return choice;
    }
}
