package org.koploper.sales;

import java.util.Optional;
import org.koploper.access.SignedInOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which customer an external id means. */
@Service
public class CustomerIds {

    private final JdbcClient jdbc;

    CustomerIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id inside the product; empty when there is no such customer. */
    @SignedInOnly
    public Optional<Long> byExternalId(String externalId) {
        return jdbc.sql("select id from customers where external_id = :externalId")
                .param("externalId", externalId)
                .query(Long.class)
                .optional();
    }
}
