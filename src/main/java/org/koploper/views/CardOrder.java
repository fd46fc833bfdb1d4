package org.koploper.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cards of a screen in the order somebody wants them, each shown or hidden. Cards that the product has gained since
 * stand at the end, those it no longer has are gone.
 */
public record CardOrder(List<Card> cards) {

    private static final String HIDDEN = "-";

    public CardOrder {
        cards = List.copyOf(cards);
    }

    /** One card, by the key the screen has for it. */
    public record Card(String key, boolean shown) {}

    /** As the screen proposes it. */
    static CardOrder usual(List<String> keys) {
        return new CardOrder(keys.stream().map(key -> new Card(key, true)).toList());
    }

    static CardOrder read(String text, List<String> keys) {
        List<Card> cards = new ArrayList<>();
        Set<String> missing = new HashSet<>(keys);
        for (String word : Arrays.asList(text.split(","))) {
            String key = word.startsWith(HIDDEN) ? word.substring(1) : word;
            if (missing.remove(key)) {
                cards.add(new Card(key, key.equals(word)));
            }
        }
        keys.stream().filter(missing::contains).forEach(key -> cards.add(new Card(key, true)));
        return new CardOrder(cards);
    }

    String text() {
        return String.join(
                ",",
                cards.stream()
                        .map(card -> card.shown() ? card.key() : HIDDEN + card.key())
                        .toList());
    }

    /** With one card shown or hidden. */
    public CardOrder show(String key, boolean shown) {
        return new CardOrder(cards.stream()
                .map(card -> card.key().equals(key) ? new Card(key, shown) : card)
                .toList());
    }

    /**
     * With one card moved; at the ends of the list nothing happens.
     *
     * @param by -1 towards the beginning, 1 towards the end
     */
    public CardOrder move(String key, int by) {
        List<Card> moved = new ArrayList<>(cards);
        for (int i = 0; i < cards.size(); i++) {
            int to = i + by;
            if (cards.get(i).key().equals(key) && to >= 0 && to < cards.size()) {
                moved.add(to, moved.remove(i));
            }
        }
        return new CardOrder(moved);
    }
}
