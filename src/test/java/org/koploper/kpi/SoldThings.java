package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seller alone in a team, and what they sold to whom: written straight into the tables. */
final class SoldThings {

    final SalesSample sample;
    final PersonId seller;
    final TeamId team;

    private final JdbcClient jdbc;
    private final Ids ids;

    SoldThings(ApplicationContext context) {
        jdbc = context.getBean(JdbcClient.class);
        ids = context.getBean(Ids.class);
        sample = new SalesSample(context);
        sample.home();
        team = sample.team("Sellers", null);
        seller = sample.person("Sam Seller");
        sample.member(seller, team, "2000-01-01", null);
    }

    KpiScope scope() {
        return KpiScope.of(team);
    }

    /** Its id. */
    long product(String name, @Nullable String family) {
        long id = ids.next();
        jdbc.sql("insert into products (id, external_id, name, family, version) values (?, ?, ?, ?, 0)")
                .params(id, "PR" + id, name, family)
                .update();
        return id;
    }

    long customer(@Nullable String segment, @Nullable String region) {
        long id = ids.next();
        jdbc.sql(
                        "insert into customers (id, external_id, name, segment, region, version) values (?, ?, 'Bakery', ?, ?, 0)")
                .params(id, "C" + id, segment, region)
                .update();
        return id;
    }

    /** A deal that was won or lost. */
    void deal(String stage, String day, String value, @Nullable Long product, @Nullable Long customer) {
        untold(stage, day, value, product, customer);
        sample.changed(seller, day);
    }

    private void untold(String stage, String day, String value, @Nullable Long product, @Nullable Long customer) {
        long deal = sample.won(seller, value, day);
        jdbc.sql("update deals set stage = ?, product_id = ?, customer_id = ? where id = ?")
                .params(stage, product, customer, deal)
                .update();
    }

    void deals(int many, String stage, String day, String value) {
        for (int i = 0; i < many; i++) {
            untold(stage, day, value, null, null);
        }
        sample.changed(seller, day);
    }

    /** A lead of the seller; answered after so many minutes, or never. */
    void lead(String day, @Nullable String source, @Nullable Integer answeredAfter) {
        long id = ids.next();
        LocalDateTime arrived = LocalDate.parse(day).atTime(9, 0);
        jdbc.sql("insert into leads (id, external_id, owner_id, source, status, created_on, arrived_at, version)"
                        + " values (?, ?, ?, ?, 'NEW', ?, ?, 0)")
                .params(id, "L" + id, seller.value(), source, LocalDate.parse(day), arrived)
                .update();
        if (answeredAfter != null) {
            call(arrived.plusMinutes(answeredAfter), 10, id);
        }
    }

    void call(LocalDateTime at, int minutes, @Nullable Long lead) {
        long id = ids.next();
        jdbc.sql(
                        "insert into activities (id, external_id, person_id, kind, outcome, happened_at, minutes, lead_id, version)"
                                + " values (?, ?, ?, 'CALL', 'HELD', ?, ?, ?, 0)")
                .params(id, "A" + id, seller.value(), at, minutes, lead)
                .update();
    }

    void answer(String day, @Nullable Integer satisfaction, @Nullable Integer returning) {
        long id = ids.next();
        jdbc.sql(
                        "insert into customer_answers (id, external_id, person_id, answered_on, satisfaction, return_intention,"
                                + " version) values (?, ?, ?, ?, ?, ?, 0)")
                .params(id, "CA" + id, seller.value(), LocalDate.parse(day), satisfaction, returning)
                .update();
    }

    void market(int year, @Nullable String segment, String amount, String currency) {
        long id = ids.next();
        jdbc.sql("insert into market_sizes (id, external_id, market_year, segment, amount, currency, source, version)"
                        + " values (?, ?, ?, ?, ?, ?, 'Yearbook', 0)")
                .params(id, "M" + id, year, segment, new BigDecimal(amount), currency)
                .update();
    }
}
