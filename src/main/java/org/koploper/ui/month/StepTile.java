package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** The next best step in one sentence, with the way to it. */
class StepTile extends Tile {

    private StepTile() {
        super(I18NProvider.translate("month.step"));
        addClassName("kp-wide");
    }

    /** For a month that is not the running one. */
    static StepTile elsewhere() {
        StepTile tile = new StepTile();
        tile.add(
                new Paragraph(tile.getTranslation("month.step.elsewhere")),
                new Paragraph(new Anchor("my/month", tile.getTranslation("month.step.to-month"))));
        return tile;
    }

    /** @param currency of the amounts; null where there are none */
    StepTile(NextStep step, @Nullable Currency currency, String statement) {
        this();
        Formats formats = Formats.here();
        BigDecimal amount = step.amount();
        String money = amount == null || currency == null
                ? ""
                : formats.wholeMoney(amount.setScale(0, RoundingMode.CEILING), currency);
        String rate = step.rate() == null ? "" : formats.rate(step.rate());
        Paragraph sentence = new Paragraph(
                switch (step.rule()) {
                    case ASK_FOR_PLAN -> getTranslation("month.step.ask-for-plan", step.whom());
                    case AGREE_GOAL -> getTranslation("month.step.agree-goal", step.whom());
                    case LOOK_AT_CLAWBACK -> getTranslation("month.step.clawback");
                    case NEXT_TIER -> getTranslation("month.step.next-tier", money, rate);
                    case FOLLOW_UP -> getTranslation("month.step.follow-up", money, step.quotes());
                    case NEW_QUOTES -> getTranslation("month.step.new-quotes", money);
                    case GOAL_REACHED -> getTranslation("month.step.goal-reached", rate);
                    case KEEP_GOING -> getTranslation("month.step.keep-going", step.quotes());
                });
        sentence.addClassName("kp-strong");
        add(sentence);
        switch (step.rule()) {
            case LOOK_AT_CLAWBACK ->
                add(new Paragraph(new Anchor(statement + "?tab=changes", getTranslation("month.step.to-changes"))));
            case NEXT_TIER, GOAL_REACHED ->
                add(new Paragraph(new Anchor("deals", getTranslation("month.step.to-deals"))));
            case FOLLOW_UP, KEEP_GOING ->
                add(new Paragraph(new Anchor("records/quotes", getTranslation("month.step.to-quotes"))));
            case NEW_QUOTES -> add(new Paragraph(new Anchor("effort", getTranslation("month.step.to-effort"))));
            default -> {
                // whom to ask stands in the sentence
            }
        }
    }
}
