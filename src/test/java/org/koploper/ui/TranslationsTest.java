package org.koploper.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in English and in Dutch, is used somewhere, and takes the same parameters in both. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");

    /** Keys that code puts together from a name; each family with where that happens. */
    private static final List<String> FAMILIES = List.of(
            "menu.", // ui.shell.Destination
            "questions.state-", // ui.question.QuestionsView
            "ask.satisfaction", // ui.question.CustomerPage
            "ask.again",
            "scheme.", // ui.shell.Scheme
            "keys.", // ui.shell.Keys
            "link.", // ui.shell.Keys, ui.shell.OwnActions
            "palette.", // ui.palette
            "user.", // ui.shell.UserMenu, ui.shell.OwnActions
            "language.", // ui.shell.UserMenu
            "sign-in.", // ui.signin.SignInPage
            "password.", // access.Accounts
            "period.", // ui.kit.AnyPeriodPicker
            "as-of.", // intake.Freshness.Way
            "kind.", // records.RecordKind
            "field.", // records.Field
            "role.", // access.Role
            "scope.", // access.Scope
            "import.step.", // ui.intake.ImportView
            "setup.step-", // ui.setup.SetupView
            "month.meter.", // ui.kit.MeterKpis
            "month.meters-",
            "import.decide.", // intake.Decision
            "import.decided.",
            "import.dates.",
            "import.decimal.",
            "accounts.access.", // ui.admin
            "account-refused.",
            "kpi.", // kpi.Kpi, kpi.KpiReason
            "metric.", // kpi.Metric
            "effort.ratio.", // kpi.EffortRatio
            "effort.nothing.",
            "effort.line.", // kpi.EffortLine
            "effort.means.", // ui.effort.Terms
            "heat.", // ui.kit.HeatCell
            "dashboard.", // ui.dashboard
            "chart.", // ui.chart.Spread
            "goal.", // ui.goal
            "reading.basis.", // ui.kit.ReadingBasis
            "performance.by.", // kpi.Grouping
            "performance.verdict.", // kpi.KpiCompared.Verdict
            "level.", // game.Level
            "tie.", // game.TieRule
            "board.no-", // game.Standing.Reason
            "board.target-currency",
            "board.few-days",
            "by.", // game.By
            "stage.", // sales.DealStage
            "note.", // kpi.Note.Code
            "reason.", // commission.engine.Label
            "formula.", // commission.engine.Formula
            "plan.finding.", // commission.document.PlanLint
            "plan.problem.", // commission.PlanFault
            "plans.words.", // ui.plan.PlanWords and its parts
            "statement.empty.", // ledger.Statement.Empty
            "statement.tab.", // ui.statement.StatementTabs
            "statement.change.", // ledger.EntryKind
            "statement.cause.", // ledger.NewEntry, causes
            "role.", // ui.admin.RoleChoice
            "scope.", // ui.admin.TokenDialog
            "webhooks.event.", // webhook.WebhookEvent
            "webhooks.fault.", // webhook.Delivery
            "account-refused.", // access.AccountRefused
            "account-event.", // audit.AccountHistory
            "accounts.access.", // people.AccountList.Access
            "accounts.open-for",
            "accounts.change-for",
            "field.", // records.Field
            "kind.", // records.RecordKind
            "import.step.", // ui.intake.Step
            "import.decide.", // ui.intake.ForAllRows
            "import.decided.", // ui.intake.DecidedList
            "import.decimal.", // ui.intake.FormatStep
            "import.dates.",
            "notice.text.", // notice.NoticeWords
            "notice.many.",
            "notice.subject.", // notice.Postman
            "notice.kind.", // notice.NoticeKind
            "notice.mail-mode.", // notice.MailMode
            "notice.mail-way.", // notice.NoticeSettings.MailWay
            "plans.accumulate.", // commission.engine.Accumulate
            "code.", // ui.records.RecordWords
            "records.group.", // ui.records.RecordsView
            "quick.", // ui.records.QuickView
            "not-found.", // ui.signin.PlainErrorPage
            "no-permission.",
            "views.refused.", // views.ViewRefused
            "first-steps.step.", // welcome.FirstStep
            "setup.start-", // ui.setup.OrganisationStep
            "setup.title-", // ui.setup.Step
            "audit.action.", // ui.audit.AuditWords
            "audit.kind.",
            "audit.field.",
            "admin.", // ui.admin.AdminPlace
            "data.part.", // ui.privacy.PrivacyWords
            "data.kept.", // ui.privacy.RetentionTable
            "data.note-", // ui.privacy.DataView
            "data.obstacle.", // ui.privacy.EraseTile
            "holiday.", // period.HolidayName
            "kpis.language.", // ui.admin.MetricTextsView
            "counted.", // ui.kpi.OwnKpiTexts
            "own-kpis.unit.",
            "own-kpis.direction.",
            "own-kpis.only.",
            "own-kpis.by.",
            "own-kpis.fault.",
            "own-kpis.only-these.", // ui.kpi.PartFields
            "health.job.", // operations.HealthReport, the names of jobs
            "mail.way.", // ui.admin.MailView
            "mail.fault.",
            "mail.test-", // notice.Postman
            "import.transform.", // ui.intake.ChangeChoice
            "import.transform-with.",
            "rights.", // ui.admin.RightsTable
            "periods.state.", // ledger.PayMonth.State
            "periods.refused.", // ledger.NotClosed.Reason
            "failure.");

    private static final Pattern USED =
            Pattern.compile("(?:getTranslation|translate)\\(\\s*(?:locale,\\s*)?\"([^\"]+)\"\\s*[,)]");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d+)");

    private final Properties english = read("translations.properties");
    private final Properties dutch = read("translations_nl.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void noKeyIsWrittenTwiceInOneFile() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources"))) {
            files = all.filter(file -> file.toString().endsWith(".properties")).toList();
        }
        assertThat(files).hasSizeGreaterThan(2);
        for (Path file : files) {
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyInCodeExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher used = USED.matcher(source);
            while (used.find()) {
                if (!english.containsKey(used.group(1))) {
                    missing.add(used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String code = String.join("\n", sources());
        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> FAMILIES.stream().noneMatch(key::startsWith))
                        .filter(key -> !code.contains("\"" + key + "\"")))
                .isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameParameters() {
        for (String key : english.stringPropertyNames()) {
            assertThat(parameters(dutch.getProperty(key))).as(key).isEqualTo(parameters(english.getProperty(key)));
        }
    }

    @Test
    void apostrophesAreDoubledWhereThereAreParametersAndOnlyThere() {
        for (Properties language : List.of(english, dutch)) {
            for (String key : language.stringPropertyNames()) {
                String text = language.getProperty(key);
                String single = text.replace("''", "");
                if (PARAMETER.matcher(text).find()) {
                    assertThat(single).as(key).doesNotContain("'");
                } else {
                    assertThat(text).as(key).doesNotContain("''");
                }
            }
        }
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }
}
