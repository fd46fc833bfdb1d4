package org.koploper.commission;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koploper.commission.document.PlanLint;
import org.koploper.money.Signs;

/** Says in words what was found in a plan, with the sales that show it. */
public final class FindingWords {

    private final ResourceBundle texts;
    private final Locale locale;
    private final Currency currency;

    /**
     * @param locale of the reader; Dutch where its language is Dutch, else English
     * @param currency of the plan
     */
    public FindingWords(Locale locale, Currency currency) {
        this.locale = locale.getLanguage().equals("nl") ? Locale.of("nl", "BE") : Locale.UK;
        this.texts = ReasonWords.texts(this.locale);
        this.currency = currency;
    }

    /** One sentence. */
    public String of(PlanLint.Finding finding) {
        Object[] numbers = finding.arguments().stream().map(this::number).toArray();
        return new MessageFormat(texts.getString("plan.finding." + finding.code()), locale).format(numbers);
    }

    /** To the cent, in the notation of the reader. */
    private String number(String exact) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
        format.setMaximumFractionDigits(6);
        return Signs.write(format, new BigDecimal(exact));
    }
}
