package org.koploper.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.access.ViewAs;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Filter;
import org.koploper.people.AccountList.Listed;
import org.koploper.people.AccountList.Order;
import org.koploper.people.PersonRef;
import org.koploper.ui.palette.PaletteItem;
import org.koploper.ui.palette.PaletteSource;
import org.springframework.stereotype.Component;

/** The command to look as somebody: its own words, and after them a name. */
@Component
class ViewAsFound implements PaletteSource {

    /** Letters of its first word, so that a person who begins with them is not crowded out. */
    private static final int FEWEST = 3;

    private final AccountList accounts;
    private final ViewAs viewAs;

    ViewAsFound(AccountList accounts, ViewAs viewAs) {
        this.accounts = accounts;
        this.viewAs = viewAs;
    }

    @Override
    public Section section() {
        return Section.ACTIONS;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        CurrentUser user = Caller.now();
        List<String> said = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        List<String> own = List.of(I18NProvider.translate("view-as.choose", "")
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
        if (!user.has(Role.ADMIN)
                || said.getFirst().length() < FEWEST
                || !own.getFirst().startsWith(said.getFirst())) {
            return List.of();
        }
        String name = said.stream().skip(1).filter(word -> !own.contains(word)).collect(Collectors.joining(" "));
        return accounts.page(new Filter(name, Access.ENABLED), Order.BY_NAME, 0, most).stream()
                .filter(one -> viewAs.obstacle(one.person().id(), one.roles(), one.enabled())
                        .isEmpty())
                .map(Listed::person)
                .map(this::item)
                .toList();
    }

    @Override
    public Optional<PaletteItem> recall(String id) {
        // the question is asked anew each time, so it is not one of those used last
        return Optional.empty();
    }

    private PaletteItem item(PersonRef person) {
        return new PaletteItem(
                "view-as-" + person.id(),
                I18NProvider.translate("view-as.choose", person.name()),
                null,
                () -> new ViewAsQuestion(viewAs).ask(person));
    }
}
