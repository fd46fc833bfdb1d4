package org.koploper.sales;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.records.RecordKind;
import org.koploper.records.UndoVeto;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has got variants since, or would belong to what is a variant by now, does not become a variant again. */
@Component
class VariantsVeto implements UndoVeto {

    private final JdbcClient jdbc;

    VariantsVeto(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> against(
            RecordKind kind, Map<String, @Nullable Object> now, @Nullable Map<String, @Nullable Object> then) {
        Object of = then == null || !kind.name().equals("products") ? null : then.get("variantOf");
        return of == null || Objects.equals(of, now.get("variantOf")) || !isDeeper(of, now.get("externalId"))
                ? Optional.empty()
                : Optional.of("variants-since");
    }

    private boolean isDeeper(Object of, @Nullable Object externalId) {
        return jdbc.sql("""
                        select count(*) from products p where (p.id = :of and p.variant_of is not null)
                          or p.variant_of = (select s.id from products s where s.external_id = :self)
                        """)
                        .param("of", of)
                        .param("self", externalId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
