package org.koploper.commission;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koploper.commission.document.PlanFault;

/** Says in words what is wrong with a plan, outside the screens. */
public final class FaultWords {

    private final ResourceBundle texts;
    private final Locale locale;

    /** @param locale of the reader; Dutch where its language is Dutch, else English */
    public FaultWords(Locale locale) {
        this.locale = locale.getLanguage().equals("nl") ? locale : Locale.UK;
        this.texts = ReasonWords.texts(this.locale);
    }

    /** One sentence. */
    public String of(PlanFault fault) {
        return new MessageFormat(texts.getString("plan.problem." + fault.code()), locale)
                .format(fault.arguments().toArray());
    }
}
