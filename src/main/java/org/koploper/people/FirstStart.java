package org.koploper.people;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.koploper.access.AccountRefused;
import org.koploper.access.Caller;
import org.koploper.access.FirstAccount;
import org.koploper.access.PersonId;
import org.koploper.access.SetupCode;
import org.koploper.access.SetupCode.Answer;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.people.Founding.Administrator;
import org.koploper.people.Founding.House;
import org.koploper.people.Founding.Start;
import org.koploper.people.SetupRefused.About;
import org.koploper.storage.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the product up as long as nobody can sign in: whoever knows the code of the log says what the organisation is and
 * who administers it. It happens once, whatever the number of browsers and nodes that try at the same moment.
 */
@Service
public class FirstStart {

    /** The longest name of an organisation or a person, in characters. */
    public static final int LONGEST_NAME = 200;

    private final FirstAccount account;
    private final SetupCode code;
    private final ObjectProvider<FirstData> data;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Trail trail;
    private final HouseCurrency currency;
    private final HouseZone zone;
    private final TransactionTemplate transaction;
    private final boolean token;

    FirstStart(
            FirstAccount account,
            SetupCode code,
            ObjectProvider<FirstData> data,
            JdbcClient jdbc,
            Ids ids,
            Trail trail,
            HouseCurrency currency,
            HouseZone zone,
            TransactionTemplate transaction,
            @Value("${koploper.admin-token:}") String adminToken) {
        this.account = account;
        this.code = code;
        this.data = data;
        this.jdbc = jdbc;
        this.ids = ids;
        this.trail = trail;
        this.currency = currency;
        this.zone = zone;
        this.transaction = transaction;
        this.token = !adminToken.isBlank();
    }

    /** Whether the product waits to be set up. */
    @PreAuthorize("permitAll()")
    public boolean waits() {
        if (!code.waits()) {
            return false;
        }
        if (!Caller.asSystem(account::missing)) {
            // another node was set up meanwhile
            code.forget();
        }
        return code.waits();
    }

    /** Whether that comes before everything else; not so where programs use the product already, by a token given at the start. */
    @PreAuthorize("permitAll()")
    public boolean comesFirst() {
        return !token && waits();
    }

    /** What a typed code is worth; a wrong one counts. */
    @PreAuthorize("permitAll()")
    public Answer enter(String typed, String address) {
        return waits() ? code.check(typed, address) : Answer.OVER;
    }

    /** Whether demo data can be chosen: only where nothing else is there yet. Needs the code. */
    @PreAuthorize("permitAll()")
    public boolean demoFits(String typed, String address) {
        ask(typed, address);
        return data.stream().anyMatch(FirstData::fits);
    }

    /** How hard a password would be to guess, from 0 (at once) to 4; nothing of it is kept. Needs the code. */
    @PreAuthorize("permitAll()")
    public int strength(String typed, String address, Administrator administrator) {
        ask(typed, address);
        return Caller.asSystem(
                () -> account.strength(administrator.username(), administrator.name(), administrator.password()));
    }

    /**
     * Sets the product up: the organisation, its first administrator, and demo data where they are wanted. Needs the code,
     * which is worth nothing afterwards.
     *
     * @throws SetupRefused when an answer cannot be used, or when the product is set up already
     */
    @PreAuthorize("permitAll()")
    public void complete(String typed, String address, Founding founding) {
        ask(typed, address);
        check(founding);
        Caller.asSystem(() -> transaction.executeWithoutResult(status -> found(founding)));
        code.forget();
    }

    private void ask(String typed, String address) {
        switch (enter(typed, address)) {
            case RIGHT -> {
                // go on
            }
            case WRONG -> throw new SetupRefused(About.CODE, "setup.code-wrong");
            case WAIT -> throw new SetupRefused(About.CODE, "setup.code-wait");
            case OVER -> throw new SetupRefused(About.CODE, "setup.over");
        }
    }

    private void check(Founding founding) {
        Administrator who = founding.administrator();
        if (founding.start() != Start.DEMO) {
            House house = founding.house();
            named(house.name(), About.ORGANISATION, "setup.organisation-missing");
            Currency.getInstance(house.currency());
        }
        named(who.name(), About.NAME, "setup.name-missing");
        Caller.asSystem(() -> account.problem(who.username(), who.name(), who.password()))
                .ifPresent(key -> {
                    throw new SetupRefused(About.PASSWORD, key);
                });
    }

    private static void named(String name, About about, String missing) {
        if (name.isBlank()) {
            throw new SetupRefused(about, missing);
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new SetupRefused(about, "setup.name-long");
        }
    }

    private void found(Founding founding) {
        // whoever comes second waits here until the first one is through, and then finds an account
        jdbc.sql("update organisation set language_tag = :language, version = version + 1 where id = 1")
                .param("language", founding.languageTag())
                .update();
        if (!account.missing()) {
            throw new SetupRefused(About.CODE, "setup.over");
        }
        if (founding.start() == Start.DEMO) {
            data.stream()
                    .filter(FirstData::fits)
                    .findFirst()
                    .orElseThrow(() -> new SetupRefused(About.START, "setup.not-empty"))
                    .load();
        } else {
            write(founding.house());
        }
        administrator(founding);
        trail.record("setup.completed", new Trail.Subject("organisation", "1", name()), null, told(founding), null);
    }

    private static String told(Founding founding) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("start", founding.start().name());
        facts.put("language", founding.languageTag());
        if (founding.start() != Start.DEMO) {
            House house = founding.house();
            facts.put("name", house.name().strip());
            facts.put("country", house.country());
            facts.put("currency", house.currency());
            facts.put("zone", house.zone().getId());
        }
        facts.put("administrator", founding.administrator().username().strip());
        return Facts.of(facts);
    }

    private void write(House house) {
        jdbc.sql("update organisation set name = :name, currency = :currency, country = :country, time_zone = :zone"
                        + " where id = 1")
                .param("name", house.name().strip())
                .param("currency", house.currency())
                .param("country", house.country())
                .param("zone", house.zone().getId())
                .update();
        currency.forget();
        zone.changeTo(house.zone());
    }

    private void administrator(Founding founding) {
        Administrator who = founding.administrator();
        PersonId person = new PersonId(ids.next());
        String username = who.username().strip();
        jdbc.sql(
                        "insert into persons (id, external_id, name, email, version) values (:id, :external, :name, :email, 0)")
                .param("id", person.value())
                .param("external", "admin-" + person)
                .param("name", who.name().strip())
                .param("email", username.matches("[^@\\s]+@[^@\\s]+") ? username : null)
                .update();
        try {
            account.open(person, username, who.password(), founding.languageTag());
        } catch (AccountRefused refused) {
            throw new SetupRefused(
                    About.USERNAME,
                    "account-refused."
                            + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private String name() {
        return jdbc.sql("select name from organisation where id = 1")
                .query(String.class)
                .single();
    }
}
