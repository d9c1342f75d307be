package dev.aloft.local;

import dev.aloft.Headers;
import java.util.List;

/**
 * Who may use what stands under {@code /_local}: only a client that addresses this machine by a name of its own. A page from the
 * network that a browser here has opened is kept out, even if its name leads to this machine: then Host is its name, and Origin
 * in whatever it sends.
 */
final class LocalAccess {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

    private final int port;

    LocalAccess(int port) {
        this.port = port;
    }

    void require(Headers headers) throws RefusedRequest {
        List<String> hosts = headers.all("host");
        if (hosts.size() != 1 || !isHere(hosts.get(0))) {
            throw RefusedRequest.foreign(
                    "its Host is not localhost:" + port + ", 127.0.0.1:" + port + " or [::1]:" + port);
        }
        for (String origin : headers.all("origin")) {
            if (!origin.startsWith("http://") || !isHere(origin.substring("http://".length()))) {
                throw RefusedRequest.foreign("its Origin is another site");
            }
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
}
