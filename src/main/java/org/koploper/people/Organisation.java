package org.koploper.people;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.access.SystemOnly;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one organisation this product serves: its name, currency and country. */
@Service
public class Organisation {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final HouseCurrency house;

    Organisation(JdbcClient jdbc, Trail trail, HouseCurrency house) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.house = house;
    }

    /** As shown on screens. */
    @SignedInOnly
    public String name() {
        return read().name();
    }

    /** The currency that sums are shown in; empty until it is set or the first money has arrived. */
    @SignedInOnly
    public Optional<Currency> currency() {
        return Optional.ofNullable(read().currency()).map(Currency::getInstance);
    }

    /** Two letters, ISO 3166: the holidays of people whose own country is not said. */
    @SignedInOnly
    public String country() {
        return read().country();
    }

    /**
     * Adopts the currency of the first money that arrives; does nothing when one is set.
     *
     * @param code ISO 4217
     * @throws IllegalArgumentException for an unknown code
     */
    @SystemOnly
    @Transactional
    public void useCurrency(String code) {
        Currency currency = Currency.getInstance(code);
        int changed = jdbc.sql(
                        "update organisation set currency = :code, version = version + 1 where id = 1 and currency is null")
                .param("code", currency.getCurrencyCode())
                .update();
        if (changed > 0) {
            house.forget();
            record("organisation.currency-adopted", null, currency.getCurrencyCode());
        }
    }

    /**
     * Changes what the organisation is called, its currency and country.
     *
     * @param currency ISO 4217; null leaves it to the first money that arrives
     * @throws IllegalArgumentException for a blank name, or a currency or country that does not exist
     */
    @PreAuthorize("hasAnyRole('ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void change(String name, @Nullable String currency, String country) {
        Settings after = new Settings(name.strip(), currency, country);
        Settings before = read();
        jdbc.sql("update organisation set name = :name, currency = :currency, country = :country,"
                        + " version = version + 1 where id = 1")
                .param("name", after.name())
                .param("currency", currency)
                .param("country", country)
                .update();
        house.forget();
        record("organisation.changed", before.told(), after.told());
    }

    private Settings read() {
        return Once.read(
                new Asked(),
                () -> jdbc.sql("select name, currency, country from organisation where id = 1")
                        .query(Settings.class)
                        .single());
    }

    private void record(String action, @Nullable String before, String after) {
        trail.record(action, new Trail.Subject("organisation", "1", name()), before, after, null);
    }

    private record Asked() {}

    private record Settings(String name, @Nullable String currency, String country) {

        Settings {
            if (name.isBlank()) {
                throw new IllegalArgumentException("An organisation needs a name");
            }
            if (currency != null) {
                Currency.getInstance(currency);
            }
            if (!java.util.Locale.getISOCountries(java.util.Locale.IsoCountryCode.PART1_ALPHA2)
                    .contains(country)) {
                throw new IllegalArgumentException("Not a country: " + country);
            }
        }

        String told() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("name", name);
            facts.put("currency", currency == null ? "-" : currency);
            facts.put("country", country);
            return Facts.of(facts);
        }
    }
}
