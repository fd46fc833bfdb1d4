package org.koploper.ui.team;

import java.time.Clock;
import java.util.List;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.sales.CrossSelling;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealView;
import org.springframework.stereotype.Component;

/** Names the dialogs, so that no screen has to. */
@Component
class FieldsOnDemand implements DealDialogs {

    private final DealDesk desk;
    private final CrossSelling crossSelling;
    private final Directory directory;
    private final Clock clock;

    FieldsOnDemand(DealDesk desk, CrossSelling crossSelling, Directory directory, Clock clock) {
        this.desk = desk;
        this.crossSelling = crossSelling;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void win(DealView deal, Runnable changed) {
        new WinDialog(desk, crossSelling, deal, directory.people(), clock, changed).open();
    }

    @Override
    public void edit(DealView deal, List<PersonRef> owners, Runnable changed) {
        new EditDialog(desk, deal, owners, directory.people(), clock, changed).open();
    }
}
