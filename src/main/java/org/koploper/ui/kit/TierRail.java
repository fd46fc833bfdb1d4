package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.TierStand;
import org.koploper.commission.TierStand.Tier;

/**
 * The tiers of a plan from left to right with their rates, where somebody stands on them, and in a sentence how far it is
 * to the next. Computes no pay.
 */
public class TierRail extends Div {

    private static final BigDecimal LAST_IN_SIGHT = new BigDecimal("1.25");

    private final TierStand stand;
    private final Formats formats = Formats.here();

    public TierRail(TierStand stand) {
        this.stand = stand;
        addClassName("kp-rail");
        Paragraph sentence = new Paragraph(sentence());
        sentence.addClassName("kp-strong");
        add(sentence);
        if (stand.tiers().size() > 1) {
            add(bands());
        }
        if (stand.window() != null) {
            Paragraph counted = new Paragraph(
                    getTranslation("rail.window", formats.period(stand.window()), whole(stand.position())));
            counted.addClassName("kp-quiet");
            add(counted);
        }
    }

    /** What there is to know, in one sentence. */
    private String sentence() {
        Tier here = stand.here();
        if (stand.tiers().size() == 1) {
            return getTranslation("rail.flat", formats.rate(here.rate()));
        }
        if (stand.window() == null) {
            return getTranslation("rail.alone");
        }
        Tier next = stand.next().orElse(null);
        BigDecimal missing = stand.toNext().orElse(null);
        if (next == null || missing == null) {
            return getTranslation("rail.top", formats.rate(here.rate()), whole(here.from()));
        }
        return missing.signum() == 0
                ? getTranslation("rail.at-bound", formats.rate(next.rate()), formats.rate(here.rate()))
                : getTranslation("rail.to-next", whole(missing), formats.rate(next.rate()), formats.rate(here.rate()));
    }

    private OrderedList bands() {
        OrderedList list = new OrderedList();
        list.addClassName("kp-rail-bands");
        // without it some screen readers drop the list because of its look
        list.getElement().setAttribute("role", "list");
        List<Tier> tiers = stand.tiers();
        for (int i = 0; i < tiers.size(); i++) {
            list.add(band(tiers.get(i), stand.window() != null && i == stand.current()));
        }
        return list;
    }

    private ListItem band(Tier tier, boolean here) {
        Span rate = new Span(formats.rate(tier.rate()));
        rate.addClassName("kp-strong");
        Div bar = new Div();
        bar.addClassName("kp-rail-bar");
        Span from = new Span(
                tier.to() == null
                        ? getTranslation("rail.from", whole(tier.from()))
                        : getTranslation("rail.between", whole(tier.from()), whole(tier.to())));
        from.addClassName("kp-quiet");
        ListItem item = new ListItem(rate, bar, from);
        item.addClassName("kp-rail-band");
        if (here) {
            item.addClassName("kp-rail-here");
            item.getElement().setAttribute("aria-current", "true");
            Div you = new Div();
            you.addClassName("kp-rail-you");
            you.getStyle().set("inset-inline-start", place(tier) + "%");
            bar.add(you);
            Span words = new Span(getTranslation("rail.you"));
            words.addClassName("kp-chip");
            item.add(words);
        }
        return item;
    }

    /** How far into its tier the position lies, in percent; the last tier is drawn to a quarter beyond its start or more. */
    private String place(Tier tier) {
        BigDecimal position = stand.position().max(BigDecimal.ZERO);
        @Nullable BigDecimal to = tier.to();
        BigDecimal end = to == null ? tier.from().max(position).multiply(LAST_IN_SIGHT) : to;
        BigDecimal length = end.subtract(tier.from());
        BigDecimal inside = position.subtract(tier.from()).max(BigDecimal.ZERO).min(length);
        return length.signum() <= 0
                ? "0"
                : inside.movePointRight(2)
                        .divide(length, 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** Without decimals, rounded up: what is said to be missing must be enough. */
    private String whole(BigDecimal amount) {
        return formats.wholeMoney(amount.setScale(0, RoundingMode.CEILING), stand.currency());
    }
}
