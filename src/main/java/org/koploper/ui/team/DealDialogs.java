package org.koploper.ui.team;

import java.util.List;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealView;

/**
 * Opens what wins and changes a deal. Behind an interface, since a browser loads with a screen all that the screen's code
 * names: the fields of these dialogs come when the first of them opens, see {@link DealsView}.
 */
interface DealDialogs {

    /** @param changed told after every change, the undone one included */
    void win(DealView deal, Runnable changed);

    /**
     * @param owners who may own it
     * @param changed told after every change, the undone one included
     */
    void edit(DealView deal, List<PersonRef> owners, Runnable changed);
}
