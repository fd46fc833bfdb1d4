package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens in the browser when results change under a reader, and the document of a statement over HTTP. */
@OnDemo
class LiveBoardTest extends Walk {

    private static final String FOCUSED =
            "document.activeElement.closest('.kp-rank-row') && document.activeElement.textContent";

    /** Two rows change places as after an answer of the server; answers what moved, for how long. */
    private static final String SWAP = """
            async () => {
              const host = document.createElement('kp-live');
              const rows = ['a', 'b'].map(key => { const row = document.createElement('div'); row.dataset.kpRow = key; row.textContent = key; return row; });
              host.append(...rows);
              document.querySelector('main').append(host);
              const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              await frame();
              host.replaceChildren(rows[1], rows[0]);
              await frame();
              const moved = rows.flatMap(row => row.getAnimations().filter(a => !a.animationName).map(a => row.textContent + ' ' + a.effect.getTiming().duration));
              host.remove();
              return moved;
            }""";

    @Autowired
    JdbcClient jdbc;

    @Test
    void theRowWithTheFocusKeepsItWhenTheBoardIsReadAgain() {
        try (Visitor an = signIn("an@demo");
                Visitor bram = signIn("bram@demo")) {
            Page board = an.open("leaderboard/revenue?view=all");
            Locator own = board.locator(".kp-rank-self");
            String before = own.locator(".kp-rank-value").innerText();
            board.keyboard().press("j");
            board.keyboard().press("j");
            String focused = (String) board.evaluate(FOCUSED);
            assertThat(focused).isNotBlank();

            Page team = bram.open("team");
            team.locator(".kp-deal")
                    .filter(new Locator.FilterOptions().setHasText("An Verhaegen"))
                    .first()
                    .getByText("Win", new Locator.GetByTextOptions().setExact(true))
                    .click();
            team.locator("vaadin-dialog")
                    .getByText("Win", new Locator.GetByTextOptions().setExact(true))
                    .click();

            assertThat(own.locator(".kp-rank-value")).not().hasText(before);
            board.waitForFunction("focused => (" + FOCUSED + ") === focused", focused);
            board.keyboard().press("k");
            assertThat((String) board.evaluate(FOCUSED)).isNotEqualTo(focused);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void rowsSlideToTheirNewPlaceUnlessTheReaderWantsNoMotion() {
        try (Visitor an = signIn("an@demo")) {
            Page board = an.open("leaderboard/revenue");
            assertThat((List<String>) board.evaluate(SWAP)).isEmpty();

            board.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
            assertThat((List<String>) board.evaluate(SWAP)).containsExactlyInAnyOrder("a 350", "b 350");
        }
    }

    @Test
    void aStatementIsADocumentForWhoMaySeeItAndNothingForOthers() {
        String month = YearMonth.now(java.time.ZoneId.of("Europe/Brussels")).toString();
        String own = "/statements/" + id("An Verhaegen") + "/" + month + "/pdf?lang=en-GB";
        try (Visitor an = signIn("an@demo");
                Visitor greet = signIn("greet@demo");
                Visitor nobody = Visitor.anonymous(chromium, port, "en-GB")) {
            APIResponse document = get(an, own);
            assertThat(document.status()).isEqualTo(200);
            assertThat(document.headers()).containsEntry("content-type", "application/pdf");
            assertThat(document.headers().get("cache-control")).isEqualTo("no-store");
            assertThat(document.headers().get("content-disposition"))
                    .startsWith("attachment;")
                    .contains("Statement");
            assertThat(new String(document.body(), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");

            assertThat(get(an, own.replace(id("An Verhaegen"), id("Katrien Vandermeulen")))
                            .status())
                    .isEqualTo(404);
            assertThat(get(an, own.replace(id("An Verhaegen"), "999999999")).status())
                    .isEqualTo(404);
            assertThat(get(greet, own).status()).isEqualTo(403);
            assertThat(get(nobody, own).status()).isEqualTo(302);
        }
    }

    private APIResponse get(Visitor visitor, String path) {
        return visitor.page()
                .request()
                .get(visitor.address(path), RequestOptions.create().setMaxRedirects(0));
    }

    private String id(String name) {
        return jdbc.sql("select id from persons where name = :name")
                .param("name", name)
                .query(Long.class)
                .single()
                .toString();
    }
}
