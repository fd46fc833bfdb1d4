package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.api.KpiScene.told;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.kpi.Counted;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.Only;
import org.koploper.kpi.OwnKpi;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnKpis;
import org.koploper.kpi.OwnPart;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Programs read KPIs of the organisation's own as they read all others, and set goals of them. */
abstract class OwnKpiApiContract {

    private static final String FROM = "2025-01-01";
    private static final String TO = "2025-03-31";

    @Autowired
    WebApplicationContext product;

    @Autowired
    OwnKpis own;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String seller = "Seller " + unique;
    private final String solar = "Solar " + unique;
    private final String wind = "Wind " + unique;
    private Api api;
    private KpiScene scene;
    private OwnKpi kpi;

    @BeforeEach
    void ordersOfTwoFamiliesAndAShareOfOne() {
        api = Api.of(product, Scope.IMPORTS, Scope.BOARDS, Scope.RECORDS);
        scene = new KpiScene(api).seller(seller);
        scene.take(
                "products",
                "externalId,name,family",
                List.of("S-" + unique + ",Panel," + solar, "W-" + unique + ",Mill," + wind));
        scene.ordersOf(seller, scene.customers(3), "S-" + unique, "2025-02-01");
        scene.ordersOf(seller, scene.customers(5), "W-" + unique, "2025-03-01");
        kpi = Caller.asSystem(() -> own.create(share(solar)));
    }

    @AfterEach
    void nobodyElseIsOfferedIt() {
        retire();
    }

    private Object retire() {
        return As.user(null, java.util.Set.of(Role.ADMIN), () -> {
            own.retire(kpi.key());
            return true;
        });
    }

    private OwnKpiTerms share(String family) {
        return new OwnKpiTerms(
                new Words("Share " + unique, "What one family brings."),
                new Words("Aandeel " + unique, "Wat een familie opbrengt."),
                KpiUnit.RATIO,
                KpiDirection.HIGHER,
                new OwnPart(Counted.ORDERS, Only.EVERYTHING.with(Grouping.FAMILY, List.of(family))),
                OwnPart.of(Counted.ORDERS));
    }

    private JsonNode read(String more) {
        return scene.read(kpi.key(), "person:" + seller, FROM, TO, more);
    }

    private JsonNode entry(String language) {
        Api.Answer answer = api.call(get("/api/v1/kpis").header("Accept-Language", language));
        return answer.json()
                .valueStream()
                .filter(one -> one.get("key").asString().equals(kpi.key()))
                .findFirst()
                .orElse(null);
    }

    @Test
    void itStandsInTheCatalogueWithoutANumberInBothLanguagesUntilItIsRetired() {
        JsonNode entry = entry("en");
        assertThat(entry.get("number").isNull()).isTrue();
        assertThat(entry.get("name").asString()).isEqualTo("Share " + unique);
        assertThat(entry.get("unit").asString()).isEqualTo("ratio");
        assertThat(entry.get("version").asInt()).isEqualTo(1);
        assertThat(entry("nl").get("name").asString()).isEqualTo("Aandeel " + unique);

        retire();
        assertThat(entry("en")).isNull();
        assertThat(told(read(""))).as("what reads it goes on").isEqualTo("0.375 3/8");
    }

    @Test
    void itIsReadForWhomAndByWhatAllOthersAre() {
        assertThat(told(read(""))).isEqualTo("0.375 3/8");
        assertThat(told(scene.read(kpi.key(), "team:" + seller, FROM, TO))).isEqualTo("0.375 3/8");
        assertThat(read("&by=month").valueStream().map(KpiScene::told))
                .containsExactly("null nothing-to-divide-by 0/0", "1 too-few 3/3", "0 0/5");
        assertThat(read("&by=family").valueStream().map(part -> part.get("key").asString() + " " + told(part)))
                .containsExactly(solar + " 1 too-few 3/3", wind + " 0 0/5");
    }

    @Test
    void theNewestVersionIsReadUnlessAnotherOneIsAskedFor() {
        Caller.asSystem(() -> own.change(kpi.key(), 1, share(wind), "Wind is what counts now"));

        assertThat(told(read(""))).isEqualTo("0.625 5/8");
        assertThat(told(read("&version=1"))).isEqualTo("0.375 3/8");
        for (String none : List.of(kpi.key() + "?version=3", "own-none-" + unique, "revenue?version=2")) {
            assertThat(api.call(get("/api/v1/kpis/" + none)).status()).as(none).isEqualTo(404);
        }
        assertThat(api.call(get("/api/v1/kpis/" + kpi.key() + "?version=x")).status())
                .isEqualTo(400);
    }

    @Test
    void aGoalOfItIsTakenLikeAnyAndSaysItsKey() {
        scene.take(
                "targets",
                "externalId,scope,person,kpi,from,to,amount,reading,baseline,baselineFrom,baselineTo",
                List.of("G-" + unique + ",person," + seller + "," + kpi.key() + "," + FROM + "," + TO
                        + ",0.5,ratio-points,0.3,2024-01-01,2024-03-31"));
        Caller.asSystem(() -> own.change(kpi.key(), 1, share(wind), "Wind is what counts now"));

        JsonNode goal = api.call(get("/api/v1/goals?scope=person:" + seller + "&from=" + FROM + "&to=" + TO))
                .json()
                .valueStream()
                .filter(one -> one.get("kpi").asString().equals(kpi.key()))
                .findFirst()
                .orElseThrow();
        assertThat(goal.get("value").asString()).as("as it was agreed").isEqualTo("0.375");
        assertThat(goal.get("target").asString()).isEqualTo("0.5");
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnKpiApiContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnKpiApiContract {}
}
