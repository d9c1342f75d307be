package dev.aloft.testkit.parity;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.LocalFunctions;
import dev.aloft.testkit.runtime.HttpField;
import java.util.ArrayList;
import java.util.List;

/** The call without any platform in between: what every platform is compared with. */
final class InProcess implements Platform {
    private final LocalFunctions functions = LocalFunctions.start().withProfile("calm");

    @Override
    public String name() {
        return "in process";
    }

    @Override
    public Observation send(Exchange exchange) {
        HttpResponse response = functions.http().send(request(exchange));
        return Observation.of(
                response.status(), fields(response.headers()), response.body().bytes());
    }

    static HttpRequest request(Exchange exchange) {
        HttpRequest.Builder request =
                HttpRequest.builder(exchange.method(), exchange.path()).query(exchange.query());
        exchange.headers().forEach(header -> request.header(header.name(), header.value()));
        return request.body(exchange.body()).build();
    }

    static List<HttpField> fields(Headers headers) {
        List<HttpField> fields = new ArrayList<>();
        for (int line = 0; line < headers.size(); line++) {
            fields.add(new HttpField(headers.name(line), headers.value(line)));
        }
        return fields;
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
