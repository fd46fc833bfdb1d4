package org.koploper.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Sessions;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.ledger.ChainProof;
import org.koploper.notice.MailDesk;
import org.koploper.operations.HealthReport;
import org.koploper.operations.HealthReport.Backups;
import org.koploper.operations.HealthReport.Database;
import org.koploper.operations.HealthReport.Job;
import org.koploper.operations.HealthReport.Running;
import org.koploper.ui.audit.LedgerNote;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;

/** How the product itself is: a card for each part with its state in words, and what to do where it is not well. */
@Route("admin/health")
@RolesAllowed("ADMIN")
class HealthView extends Screen {

    private static final long MEGABYTE = 1_000_000;
    private static final long LITTLE_BYTES = 200 * MEGABYTE;

    /** A backup needs about three times the database beside it for a while. */
    private static final int TIMES_FOR_BACKUP = 3;

    /** A night may be missed where the machine slept. */
    private static final Duration OLD_BACKUP = Duration.ofHours(36);

    private static final Duration OVERDUE = Duration.ofMinutes(10);

    private final HealthReport health;
    private final Clock clock;
    private final Div cards = new Div();

    HealthView(HealthReport health, MailDesk mail, Imports imports, Sessions sessions, ChainProof proof, Clock clock) {
        this.health = health;
        this.clock = clock;
        cards.addClassName("kp-cards");
        card("health.product", this::product);
        card("health.database", this::database);
        card("health.backup", this::backup);
        card("health.ledger", () -> new Component[] {new LedgerNote(proof, clock)});
        card("health.jobs", this::jobs);
        card("health.mail", () -> mail(mail));
        card("health.import", () -> lastImport(imports));
        card("health.work", () -> work(sessions));
        Button again = new Button(
                getTranslation("health.again"),
                click -> UI.getCurrent().getPage().reload());
        Div toolbar = new Div(again, new AsOfStamp(clock.instant(), clock));
        toolbar.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("health.intro")), toolbar, cards);
    }

    private void card(String title, Supplier<Component[]> content) {
        cards.add(Guarded.card(title, () -> new Tile(getTranslation(title), content.get())));
    }

    private Component[] product() {
        Running running = health.running();
        return new Component[] {
            new StatusBadge("health.runs", Tone.GOOD),
            new Paragraph(getTranslation("health.version", running.version(), running.java())),
            new Paragraph(getTranslation("health.since", moment(running.since())))
        };
    }

    private Component[] database() {
        Database database = health.database();
        Long free = database.freeBytes();
        Long bytes = database.bytes();
        boolean little = free != null && free < LITTLE_BYTES;
        boolean tight = free != null && bytes != null && free < TIMES_FOR_BACKUP * bytes;
        return new Component[] {
            little
                    ? new StatusBadge("health.disk-full", Tone.BAD)
                    : tight
                            ? new StatusBadge("health.disk-tight", Tone.WARN)
                            : new StatusBadge("health.answers", Tone.GOOD),
            new Paragraph(database.product()),
            new Paragraph(
                    bytes == null ? getTranslation("health.in-memory") : getTranslation("health.size", size(bytes))),
            new Paragraph(free == null ? "" : getTranslation("health.free", size(free))),
            advice(little || tight ? "health.disk-advice" : null)
        };
    }

    private static String size(long bytes) {
        return Formats.here().number(Math.ceilDiv(bytes, MEGABYTE));
    }

    private Component[] backup() {
        Backups backups = health.backups();
        Instant at = backups.at();
        if (!backups.planned() && at == null) {
            return new Component[] {
                new StatusBadge("health.backup-elsewhere", Tone.NEUTRAL), advice("health.backup-elsewhere-text")
            };
        }
        if (at == null) {
            return new Component[] {new StatusBadge("health.backup-none", Tone.WARN), advice("health.backup-advice")};
        }
        boolean old = at.isBefore(clock.instant().minus(OLD_BACKUP));
        return new Component[] {
            old ? new StatusBadge("health.backup-old", Tone.WARN) : new StatusBadge("health.backup-made", Tone.GOOD),
            new Paragraph(getTranslation("health.backup-at", moment(at), backups.newest())),
            advice(old ? "health.backup-advice" : null)
        };
    }

    private Component[] jobs() {
        List<Job> jobs = health.jobs();
        Instant late = clock.instant().minus(OVERDUE);
        boolean failing = jobs.stream().anyMatch(job -> job.failures() > 0);
        boolean overdue =
                jobs.stream().anyMatch(job -> !job.running() && job.next().isBefore(late));
        int unfollowed = health.unfollowed();
        UnorderedList list = new UnorderedList(jobs.stream()
                .map(job -> new ListItem(getTranslation(
                        "health.job",
                        job.name(),
                        moment(job.next()),
                        moment(job.lastSuccess()),
                        job.failures() > 0
                                ? getTranslation("health.job-failed", job.failures(), moment(job.lastFailure()))
                                : "")))
                .toArray(ListItem[]::new));
        list.addClassName("kp-kinds");
        return new Component[] {
            overdue
                    ? new StatusBadge("health.jobs-overdue", Tone.BAD)
                    : failing
                            ? new StatusBadge("health.jobs-failing", Tone.WARN)
                            : new StatusBadge("health.jobs-run", Tone.GOOD),
            list,
            advice(overdue ? "health.jobs-overdue-advice" : failing ? "health.jobs-advice" : null),
            new Paragraph(unfollowed == 0 ? "" : getTranslation("health.unfollowed", unfollowed))
        };
    }

    private Component[] mail(MailDesk desk) {
        MailDesk.Queue queue = desk.queue();
        boolean ready = desk.setUp().ready();
        return new Component[] {
            !ready
                    ? new StatusBadge("mail.not-ready", Tone.NEUTRAL)
                    : queue.givenUp() > 0
                            ? new StatusBadge("health.mail-given-up", Tone.WARN)
                            : new StatusBadge("mail.ready", Tone.GOOD),
            new Paragraph(getTranslation("health.mail-queue", queue.due(), queue.later(), queue.givenUp())),
            new Paragraph(getTranslation("health.mail-last", moment(queue.lastSent()))),
            new Anchor("admin/mail", getTranslation("health.to-mail"))
        };
    }

    private Component[] lastImport(Imports imports) {
        List<Import> last = imports.list(Long.MAX_VALUE, 1);
        if (last.isEmpty()) {
            return new Component[] {new StatusBadge("health.no-import", Tone.NEUTRAL)};
        }
        Import one = last.getFirst();
        return new Component[] {
            switch (one.state()) {
                case RUNNING -> new StatusBadge("health.import-running", Tone.NEUTRAL);
                case DONE -> new StatusBadge("health.import-done", Tone.GOOD);
                case FAILED -> new StatusBadge("health.import-failed", Tone.WARN);
            },
            new Paragraph(getTranslation("health.import-of", one.fileName(), moment(one.startedAt()), one.startedBy())),
            new Anchor("import?run=" + one.id(), getTranslation("health.to-import"))
        };
    }

    private Component[] work(Sessions sessions) {
        Div said = new Div();
        health.pool()
                .ifPresent(pool -> said.add(
                        pool.waiting() > 0
                                ? new StatusBadge("health.pool-waits", Tone.WARN)
                                : new StatusBadge("health.pool-free", Tone.GOOD),
                        new Paragraph(getTranslation("health.pool", pool.inUse(), pool.most(), pool.waiting())),
                        advice(pool.waiting() > 0 ? "health.pool-advice" : null)));
        said.add(new Paragraph(getTranslation("health.sessions", sessions.countAll())));
        return new Component[] {said};
    }

    private Paragraph advice(@Nullable String key) {
        Paragraph advice = new Paragraph(key == null ? "" : getTranslation(key));
        advice.setVisible(key != null);
        return advice;
    }

    private String moment(@Nullable Instant at) {
        return at == null
                ? getTranslation("health.never")
                : Formats.here().shortMoment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    @Override
    public String heading() {
        return getTranslation("admin.health");
    }
}
