package org.koploper.ui.statement;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.Closing;
import org.koploper.ledger.PlanInForce;
import org.koploper.ledger.Seal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.StatementState;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Formats;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A statement as a page of HTML for paper: the same figures and sentences as on the screen, and nothing to unfold. */
@Component
class StatementPaper {

    /** Words of the page that need no figures; the page calls each by what follows the first dot. */
    private static final List<String> WORDS = List.of(
            "statement.total",
            "statement.clawback",
            "statement.component",
            "statement.plan",
            "statement.amount",
            "statement.lines",
            "statement.day",
            "statement.deal",
            "statement.base",
            "statement.rate");

    private final I18NProvider texts;
    private final Organisation organisation;
    private final Directory directory;
    private final WhyNothing nothing;
    private final Clock clock;
    private final Template template;

    StatementPaper(I18NProvider texts, Organisation organisation, Directory directory, WhyNothing nothing, Clock clock)
            throws IOException {
        this.texts = texts;
        this.organisation = organisation;
        this.directory = directory;
        this.nothing = nothing;
        this.clock = clock;
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("templates/statement-pdf.mustache").getInputStream(), StandardCharsets.UTF_8)) {
            this.template =
                    Mustache.compiler().emptyStringIsFalse(true).nullValue("").compile(reader);
        }
    }

    /**
     * What comes on paper.
     *
     * @param seal the last entry behind it; null where nothing was ever posted
     * @param version which one was asked for, so that its document says nothing that could differ the next time; null for
     *     the statement as it is now
     */
    record Sheet(
            Statement statement,
            @Nullable Seal seal,
            @Nullable Integer version) {}

    /** What the document is called, in words: {@code Statement October 2026}. */
    String title(Statement statement, Locale locale) {
        return texts.getTranslation(
                "statement.heading", locale, Formats.of(locale).month(statement.period()));
    }

    /** What its file is called: the title, whose it is, and the version where one is asked for. */
    String name(Sheet sheet, Locale locale) {
        String name = title(sheet.statement(), locale) + " - "
                + sheet.statement().person().name();
        return sheet.version() == null
                ? name
                : name + " - " + texts.getTranslation("statement.pdf.version", locale, String.valueOf(sheet.version()));
    }

    String html(Sheet sheet, DealTitles titles, Locale locale) {
        Statement statement = sheet.statement();
        Seal seal = sheet.seal();
        Formats formats = Formats.of(locale);
        Map<String, Object> page = new HashMap<>();
        WORDS.forEach(key -> page.put("t-" + key.substring(key.indexOf('.') + 1), texts.getTranslation(key, locale)));
        page.put("t-components", texts.getTranslation("statement.tab.components", locale));
        page.put("lang", locale.toLanguageTag());
        page.put("title", title(statement, locale));
        page.put("person", statement.person().name());
        page.put("organisation", organisation.name());
        page.put("facts", facts(sheet, locale));
        page.put("total", formats.money(statement.total(), statement.currency()));
        page.put("negative", statement.total().signum() < 0);
        page.put("standing", standing(sheet, locale));
        page.put("others", others(statement, locale));
        page.put("zero", statement.lines().isEmpty() ? List.of(zero(statement, locale)) : List.of());
        page.put("any", !statement.lines().isEmpty());
        page.put("parts", parts(statement, locale));
        page.put(
                "lines",
                LineGrid.byDay(statement, titles).stream()
                        .map(line -> line(statement, line, titles, locale))
                        .toList());
        page.put("sums", sums(statement, formats));
        page.put(
                "seal",
                seal == null
                        ? texts.getTranslation("statement.pdf.no-entry", locale)
                        : texts.getTranslation("statement.pdf.entry", locale, String.valueOf(seal.entry())));
        page.put("hash", seal == null ? "" : "SHA-256 " + seal.hash());
        return template.execute(page);
    }

    private List<Map<String, String>> facts(Sheet sheet, Locale locale) {
        Statement statement = sheet.statement();
        Formats formats = Formats.of(locale);
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("statement.person", statement.person().name(), locale));
        PlanInForce plan = statement.plan();
        if (plan != null) {
            facts.add(fact("statement.plan", version(plan.name(), plan.version(), locale), locale));
        }
        directory
                .teamOf(statement.person().id(), statement.period().atEndOfMonth())
                .ifPresent(team -> facts.add(fact("board.team-of", team.name(), locale)));
        facts.add(fact(
                "export.as-of",
                formats.shortMoment(LocalDateTime.ofInstant(statement.asOf(), clock.getZone())),
                locale));
        if (sheet.version() == null) {
            facts.add(fact("statement.pdf.made", formats.shortMoment(LocalDateTime.now(clock)), locale));
        } else {
            facts.add(fact("statement.pdf.version-fact", String.valueOf(sheet.version()), locale));
        }
        return facts;
    }

    private Map<String, String> fact(String key, String value, Locale locale) {
        return Map.of("name", texts.getTranslation(key, locale), "value", value);
    }

    private List<String> others(Statement statement, Locale locale) {
        return statement.otherTotals().entrySet().stream()
                .map(other -> texts.getTranslation(
                        "statement.other-total", locale, Formats.of(locale).money(other.getValue(), other.getKey())))
                .toList();
    }

    private Map<String, String> zero(Statement statement, Locale locale) {
        WhyNothing.Words words = nothing.of(statement, locale);
        return Map.of("name", words.title(), "value", words.text());
    }

    private List<Map<String, Object>> parts(Statement statement, Locale locale) {
        List<Map<String, Object>> parts = new ArrayList<>();
        ComponentSums.of(statement)
                .forEach((part, sum) -> parts.add(Map.of(
                        "component", part.component(),
                        "plan", version(part.plan(), part.version(), locale),
                        "amount", Formats.of(locale).money(sum.amount(), part.currency()),
                        "negative", sum.amount().signum() < 0)));
        return parts;
    }

    /** How final it is; what is final also says until when it has to be paid. */
    private String standing(Sheet sheet, Locale locale) {
        Statement statement = sheet.statement();
        Closing closing = statement.closing();
        if (statement.state() != StatementState.FINAL) {
            return texts.getTranslation(
                    sheet.version() == null ? "statement.provisional-text" : "statement.pdf.version-text", locale);
        }
        Formats formats = Formats.of(locale);
        return closing == null
                ? texts.getTranslation("statement.final-before", locale)
                : texts.getTranslation(
                        "statement.final-text",
                        locale,
                        formats.shortMoment(LocalDateTime.ofInstant(closing.at(), clock.getZone())),
                        formats.number(statement.versions()),
                        formats.date(closing.payableOn()));
    }

    private String what(Statement statement, StatementLine line, DealTitles titles, Locale locale) {
        String what = LineGrid.what(line, titles, new Explanation(line, locale));
        return statement.adjusts(line)
                ? texts.getTranslation(
                        "statement.adjustment", locale, what, Formats.of(locale).month(line.earned()))
                : what;
    }

    private Map<String, Object> line(Statement statement, StatementLine line, DealTitles titles, Locale locale) {
        Formats formats = Formats.of(locale);
        boolean rated = line.rate().signum() != 0;
        BigDecimal amount = LineGrid.shown(line);
        LocalDate day = titles.dayOf(line.deal());
        return Map.of(
                "day",
                day == null ? "" : formats.shortDate(day),
                "deal",
                what(statement, line, titles, locale),
                "component",
                line.component(),
                "base",
                rated ? formats.money(line.base(), line.currency()) : "",
                "rate",
                rated ? formats.rate(line.rate()) : "",
                "amount",
                formats.money(amount, line.currency()),
                "negative",
                amount.signum() < 0,
                "why",
                new Explanation(line, locale).sentence());
    }

    /** One total for each currency there is. */
    private static List<String> sums(Statement statement, Formats formats) {
        List<String> sums = new ArrayList<>(List.of(formats.money(statement.total(), statement.currency())));
        Map<Currency, BigDecimal> others = statement.otherTotals();
        others.forEach((currency, total) -> sums.add(formats.money(total, currency)));
        return sums;
    }

    private String version(String plan, int version, Locale locale) {
        return texts.getTranslation("statement.plan-version", locale, plan, String.valueOf(version));
    }
}
