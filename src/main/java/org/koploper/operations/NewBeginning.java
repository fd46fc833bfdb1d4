package org.koploper.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.koploper.access.SystemOnly;
import org.koploper.storage.PutAside;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * A new, empty database in place of the present one, at the next start: what is there is backed up and put aside, and
 * nothing in it is deleted. For the embedded database in files only. Who may ask for it, and for what reason, is decided
 * and recorded by who calls this.
 */
@Service
public class NewBeginning {

    private final ObjectProvider<Housekeeping> housekeeping;
    private final Path data;

    NewBeginning(ObjectProvider<Housekeeping> housekeeping, @Value("${koploper.data}") Path data) {
        this.housekeeping = housekeeping;
        this.data = data.toAbsolutePath().normalize();
    }

    /** Whether there is a database that can be put aside. */
    @SystemOnly
    public boolean possible() {
        return housekeeping.getIfAvailable() != null;
    }

    /** The folder in which the database lies, and what was put aside. */
    @SystemOnly
    public Path folder() {
        return data;
    }

    /** Writes a backup of the present state, with everybody at work; answers the file. */
    @SystemOnly
    public Path backup() {
        try {
            return Objects.requireNonNull(housekeeping.getIfAvailable()).beforePuttingAside();
        } catch (IOException e) {
            throw new Refused("There is no place for the backup: " + e.getMessage(), e);
        }
    }

    /** Has it done at the next start. */
    @SystemOnly
    public void ask() {
        change(true);
    }

    /** Leaves everything as it is, after all. */
    @SystemOnly
    public void takeBack() {
        change(false);
    }

    /** Whether it will be done at the next start. */
    @SystemOnly
    public boolean asked() {
        return possible() && new PutAside(data).asked();
    }

    private void change(boolean wished) {
        try {
            if (wished) {
                new PutAside(data).ask();
            } else {
                new PutAside(data).takeBack();
            }
        } catch (IOException e) {
            throw new Refused("The folder " + data + " cannot be used: " + e.getMessage(), e);
        }
    }
}
