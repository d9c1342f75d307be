package dev.aloft.local;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use what stands under {@code /_local}: only a client that addresses this machine by a name of its own. A page from the
 * network that a browser here has opened is kept out, even if its name leads to this machine: then Host is its name, and Origin
 * in whatever it sends. Whatever changes something and comes from a browser needs a token, too, which only the server's own page has.
 */
final class LocalAccess {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

    private final int port;
    private @Nullable String token;

    LocalAccess(int port) {
        this.port = port;
    }

    void require(HttpRequest request) throws RefusedRequest {
        Headers headers = request.headers();
        List<String> hosts = headers.all("host");
        if (hosts.size() != 1 || !isHere(hosts.get(0))) {
            throw RefusedRequest.foreign(
                    "its Host is not localhost:" + port + ", 127.0.0.1:" + port + " or [::1]:" + port);
        }
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        // Whoever follows a link to the page gets it; a page elsewhere cannot look into it.
        boolean toPage =
                reads && (request.path().equals("/_local") || request.path().equals("/_local/"));
        for (String site : headers.all("sec-fetch-site")) {
            if (!toPage && !site.equals("same-origin") && !site.equals("none")) {
                throw RefusedRequest.foreign("its Sec-Fetch-Site is another site");
            }
        }
        for (String origin : headers.all("origin")) {
            if (!origin.startsWith("http://") || !isHere(origin.substring("http://".length()))) {
                throw RefusedRequest.foreign("its Origin is another site");
            }
        }
        boolean byBrowser = headers.contains("origin") || headers.contains("sec-fetch-site");
        if (byBrowser && !reads && !headers.all("x-aloft-token").equals(List.of(token()))) {
            throw RefusedRequest.withoutToken();
        }
    }

    private boolean isHere(String authority) {
        for (String name : NAMES) {
            if (authority.equalsIgnoreCase(name + ":" + port) || port == 80 && authority.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /** What the page has and sends. It is made on first use, since chance takes a while to come up. */
    synchronized String token() {
        String made = token;
        if (made == null) {
            made = random();
            token = made;
        }
        return made;
    }

    /** Text that nobody guesses. */
    static String random() {
        return new BigInteger(128, new SecureRandom()).toString(36);
    }
}
