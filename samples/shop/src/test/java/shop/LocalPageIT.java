package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalServer;
import dev.aloft.local.engine.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        browser.open(server.uri().resolve("/_local/"), 1280, 1100);
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
        click("'#form .go'", "document.getElementById('result').replaceChildren()");
        browser.await("!!document.querySelector('#result p')");
        return browser.evaluate("document.getElementById('result').innerText");
    }

    private void click(String selector, String before) throws Exception {
        browser.evaluate(before + "; document.querySelector(" + selector + ").click()");
    }

    private static String row(String function, String outcome) {
        return "[...document.querySelectorAll('#steps tr')].find(row => row.innerText.includes('" + function
                + "') && row.innerText.includes('" + outcome + "'))";
    }

    private void awaitStep(String function, String... outcomes) throws Exception {
        for (String outcome : outcomes) {
            browser.await("!!" + row(function, outcome));
        }
    }

    @Test
    void everyKindOfEventIsFiredFromItsForm() throws Exception {
        choose("find-parcel");
        assertThat(send()).contains("200", "application/json", "12 Mill Road");
        awaitStep("find-parcel", "GET /parcels/1 200");
        choose("send-parcel");
        fill("body", "{\"orderId\": \"o-7\", \"address\": \"12 Mill Road\", \"weight\": 3}");
        assertThat(send()).contains("201", "o-7");
        choose("print-label");
        fill("action", "deleted");
        fill("key", "never.txt");
        assertThat(send()).contains("204");
        for (String function :
                List.of("tell-customer", "follow-van", "print-label", "close-depot", "index-product", "watch-scans")) {
            choose(function);
            assertThat(send()).as(function).contains("202 sent");
            awaitStep(function, "handled");
        }
        awaitStep("count-parcels", "handled");
        for (String action : List.of("updated", "deleted")) {
            choose("index-product");
            fill("action", action);
            assertThat(send()).as(action).contains("202 sent");
        }
        browser.await("document.getElementById('counts').innerText.startsWith('3 handled')");
        choose("print-label");
        fill("action", "deleted");
        assertThat(send()).contains("202 sent");
        browser.await("document.getElementById('counts').innerText.startsWith('2 handled')");
    }

    @Test
    void whatFailsIsRetriedAndWhatIsDeadIsDeliveredAgain() throws Exception {
        choose("ship-parcel");
        fill("id", "parcel-1");
        assertThat(send()).contains("202 sent", "parcel-1");
        awaitStep("ship-parcel", "The carrier does not answer", "1 of 3", "2 of 3", "handled", "cold", "warm");
        browser.evaluate(row("ship-parcel", "handled") + ".querySelector('button').click()");
        browser.await("document.querySelector('#steps pre').innerText.includes('Parcel of order-1 is on its way.')");

        choose("charge-card");
        for (String id : List.of("payment-1", "payment-2", "payment-3")) {
            fill("id", id);
            send();
        }
        awaitStep("payment-3", "The bank is closed", "3 of 3", "dead letter");
        browser.await("document.querySelectorAll('#letters tr').length === 3");
        for (String function : List.of("tell-customer", "ship-parcel")) {
            choose(function);
            send();
            awaitStep(function, "handled");
        }
        choose("charge-card");
        Files.write(PICTURE, browser.screenshot());

        parcels.bankAnswers.set(true);
        click("'#letters button'", "0");
        awaitStep("payment-1", "handled");
        browser.await("document.querySelectorAll('#letters tr').length === 2");
        click("'#again'", "0");
        awaitStep("payment-2", "handled");
        awaitStep("payment-3", "handled");
        browser.await("document.getElementById('dead').hidden");
    }

    @Test
    void hostileTextIsTextAndOnlyThePageMayChangeSomething() throws Exception {
        choose("ship-parcel");
        fill("id", "<b id=bold>1</b>");
        fill("body", "{\"orderId\": \"o-1\", \"address\": \"\", \"weight\": 1}");
        assertThat(send()).contains("<b id=bold>1</b>");
        browser.await("document.getElementById('letters').innerText.includes('<img src=x onerror=alert(1)>')");
        awaitStep("<b id=bold>1</b>", "<img src=x");
        assertThat(browser.evaluate("document.querySelectorAll('img, #bold').length"))
                .isEqualTo("0");

        String post = "fetch('/_local/queues/parcels', {method: 'POST', body: '1'}).then(answer => answer.text())";
        assertThat(browser.evaluate(post)).contains("ALOFT-160");
        String byScript =
                "document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'})),"
                        + " document.title";
        assertThat(browser.evaluate(byScript)).isEqualTo("Aloft on this machine");
    }
}
