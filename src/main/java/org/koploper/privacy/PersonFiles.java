package org.koploper.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.access.Role;
import org.koploper.access.Sessions;
import org.koploper.access.Sessions.OpenSession;
import org.koploper.audit.Trail;
import org.koploper.export.About;
import org.koploper.export.Cell;
import org.koploper.export.Column;
import org.koploper.export.CsvFile;
import org.koploper.export.Table;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.koploper.privacy.Part.For;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that is kept about one person, as one file: a table for each kind of thing. The own file holds everything;
 * one about somebody else holds what the reader's role may see: administration gets no pay and nothing that is a secret of
 * the person, finance gets the pay and nothing else.
 */
@Service
public class PersonFiles {

    private static final String KEEPERS = "hasAnyRole('ADMIN','FINANCE')";

    private static final String SESSIONS = "sessions";

    private final PartReading reading;
    private final Sessions sessions;
    private final Directory directory;
    private final Reach pay;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PersonFiles(
            PartReading reading,
            Sessions sessions,
            Directory directory,
            Reach pay,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.reading = reading;
        this.sessions = sessions;
        this.directory = directory;
        this.pay = pay;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How much of what is kept about oneself; only what is there. */
    @PersonOnly
    public List<Held> own() {
        return held(Caller.now().self(), ownParts(), sessions.own());
    }

    /** Writes the own file: everything; leaves the stream open, and a record in the trail that it was made. */
    @PersonOnly
    public void writeOwn(FileWords words, OutputStream out) throws IOException {
        PersonId self = Caller.now().self();
        note(self);
        write(self, ownParts(), sessions.own(), words, out);
    }

    /** How much of what a file about that person would hold for the caller; only what is there. */
    @PreAuthorize(KEEPERS)
    public List<Held> of(PersonId person) {
        return held(person, allowed(), sessionsOf(person));
    }

    /** Writes the file about somebody else, as far as the caller may see it, and notes in the trail that it was made. */
    @PreAuthorize(KEEPERS)
    public void write(PersonId person, FileWords words, OutputStream out) throws IOException {
        note(person);
        write(person, allowed(), sessionsOf(person), words, out);
    }

    private void note(PersonId person) {
        PersonRef about = directory.person(person).orElseThrow();
        transaction.executeWithoutResult(status -> trail.record(
                "person.file-made", new Trail.Subject("person", about.externalId(), about.name()), null, null, null));
    }

    /** Everything; without pay where the caller may not see even the own, whatever the reason. */
    private Set<For> ownParts() {
        return pay.seesPay(Caller.now().self()) ? EnumSet.allOf(For.class) : EnumSet.complementOf(EnumSet.of(For.PAY));
    }

    private static Set<For> allowed() {
        CurrentUser user = Caller.now();
        Set<For> allowed = EnumSet.of(For.ALL);
        if (user.has(Role.ADMIN)) {
            allowed.add(For.ADMINISTRATION);
        }
        if (user.has(Role.FINANCE)) {
            allowed.add(For.PAY);
        }
        return allowed;
    }

    private List<OpenSession> sessionsOf(PersonId person) {
        return Caller.now().has(Role.ADMIN) ? sessions.of(person) : List.of();
    }

    private List<Held> held(PersonId person, Set<For> allowed, List<OpenSession> open) {
        List<Held> held = new ArrayList<>(reading.count(parts(allowed), person));
        held.add(new Held(SESSIONS, open.size()));
        return held.stream().filter(one -> one.rows() > 0).toList();
    }

    private static List<Part> parts(Set<For> allowed) {
        return Parts.LIST.stream().filter(part -> allowed.contains(part.whom())).toList();
    }

    private void write(PersonId person, Set<For> allowed, List<OpenSession> open, FileWords words, OutputStream out)
            throws IOException {
        List<Held> held = held(person, allowed, open);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("about.txt"));
        zip.write(words.about().apply(held).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        for (Held one : held) {
            String title = words.title().apply(one.what());
            zip.putNextEntry(new ZipEntry(one.what() + ".csv"));
            if (one.what().equals(SESSIONS)) {
                CsvFile.write(table(open, title), words.notation(), zip);
            } else {
                Part part = Parts.LIST.stream()
                        .filter(any -> any.name().equals(one.what()))
                        .findFirst()
                        .orElseThrow();
                CsvFile.write(reading.table(part, person, title), words.notation(), zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private Table<OpenSession> table(List<OpenSession> open, String title) {
        return new Table<>(
                new About(title, List.of()),
                List.of(
                        column("browser", one -> Cell.text(one.device().browser())),
                        column("system", one -> Cell.text(one.device().system())),
                        column("place", one -> Cell.text(one.place())),
                        column("since", one -> Cell.moment(one.since(), clock.getZone())),
                        column("seen", one -> Cell.moment(one.seen(), clock.getZone()))),
                open::forEach);
    }

    private static Column<OpenSession> column(String header, java.util.function.Function<OpenSession, Cell> content) {
        return new Column<>(header, null, 20, content);
    }
}
