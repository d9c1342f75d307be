package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalServer;
import dev.aloft.local.engine.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page at /_local/ in a real browser: every kind of event is fired from its form. */
class LocalPageIT {
    private static final Path PICTURE = Path.of("target/local-page.png");

    @TempDir
    Path folder;

    private final Parcels parcels = new Parcels();
    private LocalServer server;
    private Chromium browser;

    @BeforeEach
    void open() throws Exception {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no Chromium is installed, so nobody tries the page at /_local/");
        Profile profile = Profile.named("calm")
                .with("*.attempts", "3")
                .with("*.first", "200ms")
                .with("*.longest", "200ms");
        server = LocalServer.start(LocalFunctions.of(parcels.functions()).withProfile(profile), 0);
        browser = new Chromium(executable.get(), folder);
        browser.open(server.uri().resolve("/_local/"), 1280, 1180);
        browser.await("!!document.querySelector('nav [aria-current]')");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void choose(String function) throws Exception {
        browser.evaluate("document.querySelector('nav [title=" + function + "]').click()");
        browser.await("document.getElementById('name').textContent === '" + function + "'");
    }

    private void fill(String field, String value) throws Exception {
        browser.evaluate("{const input = document.getElementById('form').elements['" + field + "']; input.value = '"
                + value + "'; input.dispatchEvent(new Event('change', {bubbles: true}))}");
    }

    /** @return what the page shows of the answer */
    private String send() throws Exception {
        browser.evaluate(
                "document.getElementById('result').replaceChildren(); document.querySelector('#form .go').click()");
        browser.await("!!document.querySelector('#result pre')");
        return browser.evaluate("document.getElementById('result').innerText");
    }

    private void awaitStep(String function, String outcome) throws Exception {
        browser.await(
                "[...document.querySelectorAll('#steps tr')].some(row => row.children.length === 9 && row.children[3].textContent === '"
                        + function + "' && row.children[7].textContent.includes('" + outcome + "'))");
    }

    @Test
    void everyKindOfEventIsFiredFromItsForm() throws Exception {
        choose("find-parcel");
        assertThat(send()).contains("200", "application/json", "12 Mill Road");
        choose("send-parcel");
        fill("body", "{\"orderId\": \"o-7\", \"address\": \"12 Mill Road\", \"weight\": 3}");
        assertThat(send()).contains("201", "o-7");
        for (String function : new String[] {
            "tell-customer", "follow-van", "print-label", "close-depot", "index-product", "watch-scans"
        }) {
            choose(function);
            assertThat(send()).as(function).contains("202 sent", "\"id\"");
            awaitStep(function, "handled");
        }
        awaitStep("count-parcels", "handled");
    }

    @Test
    void whatFailsIsRetriedAndCanBeDeliveredAgain() throws Exception {
        choose("ship-parcel");
        fill("id", "parcel-1");
        assertThat(send()).contains("202 sent", "parcel-1");
        awaitStep("ship-parcel", "The carrier does not answer");
        awaitStep("ship-parcel", "handled");
        browser.evaluate(
                "[...document.querySelectorAll('#steps tr')].find(row => row.textContent.includes('handled')).querySelector('td button').click()");
        browser.await("document.querySelector('#steps pre').textContent.includes('is on its way')");

        choose("charge-card");
        fill("id", "payment-1");
        send();
        fill("id", "payment-2");
        send();
        browser.await("document.querySelectorAll('#letters tr').length === 2");
        awaitStep("charge-card", "dead letter");
        Files.write(PICTURE, browser.screenshot());
        assertThat(PICTURE).isNotEmptyFile();
    }
}
