package org.koploper.sales;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/** A deal as a screen changes it; splits and dated states lie beside it. */
@Entity
@Table(name = "deals")
class Deal {

    @Id
    private long id;

    private String externalId = "";

    private @Nullable String name;

    private long ownerId;

    @Enumerated(EnumType.STRING)
    private DealStage stage = DealStage.PROSPECTING;

    private @Nullable LocalDate engagedOn;

    private @Nullable LocalDate quotedOn;

    private @Nullable LocalDate closedOn;

    private @Nullable LocalDate cancelledOn;

    @Column(name = "deal_value")
    private @Nullable BigDecimal value;

    private String currency = "";

    @Version
    private int version;

    protected Deal() {}

    long id() {
        return id;
    }

    String externalId() {
        return externalId;
    }

    String title() {
        return name == null ? externalId : name;
    }

    int version() {
        return version;
    }

    long owner() {
        return ownerId;
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    /** Whether somebody may have been paid for it. */
    boolean wasWon() {
        return stage == DealStage.WON || stage == DealStage.CANCELLED;
    }

    void become(DealChange change) {
        ownerId = change.owner().value();
        stage = change.stage();
        engagedOn = change.engagedOn();
        quotedOn = change.quotedOn();
        closedOn = change.closedOn();
        cancelledOn = change.cancelledOn();
        value = change.value();
    }

    /** What a change without any difference would say. */
    DealChange unchanged(Map<PersonId, BigDecimal> splits, Map<PersonId, BigDecimal> overlays) {
        return new DealChange(
                stage, value, new PersonId(ownerId), engagedOn, quotedOn, closedOn, cancelledOn, splits, overlays);
    }

    /** What it is, or would be after a change, by field name of the kind {@code deals}; its parts in canonical form. */
    Map<String, @Nullable Object> fields(DealChange change) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("owner", change.owner().value());
        fields.put("stage", change.stage().name());
        fields.put("engagedOn", change.engagedOn());
        fields.put("quotedOn", change.quotedOn());
        fields.put("closedOn", change.closedOn());
        fields.put("cancelledOn", change.cancelledOn());
        fields.put("value", change.value());
        fields.put("currency", currency);
        fields.put("splits", PartsOfDeal.canonical(byId(change.splits())));
        fields.put("overlays", PartsOfDeal.canonical(byId(change.overlays())));
        return fields;
    }

    private static Map<Long, BigDecimal> byId(Map<PersonId, BigDecimal> parts) {
        Map<Long, BigDecimal> byId = new HashMap<>();
        parts.forEach((person, percent) -> byId.put(person.value(), percent));
        return byId;
    }
}
