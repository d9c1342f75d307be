package dev.aloft.testkit.parity;

import dev.aloft.testkit.azure.AzureReply;
import dev.aloft.testkit.azure.AzureRequest;
import dev.aloft.testkit.azure.AzureWorkerEmulation;
import dev.aloft.testkit.runtime.HttpField;
import java.io.IOException;
import java.nio.file.Path;

/** The rules of the Azure Functions host and its Java worker. */
final class AzurePlatform implements Platform {
    private final AzureWorkerEmulation app;

    AzurePlatform(Path jar) throws IOException {
        app = AzureWorkerEmulation.open(jar);
    }

    @Override
    public String name() {
        return "Azure";
    }

    @Override
    public Observation send(Exchange exchange) {
        AzureRequest request = AzureRequest.of(exchange.method(), exchange.target());
        String type = "";
        for (HttpField header : exchange.headers()) {
            if (header.is("content-type")) {
                type = header.value();
            } else {
                request = request.withHeader(header.name(), header.value());
            }
        }
        if (exchange.body().length > 0) {
            request = request.withBody(exchange.body(), type);
        }
        AzureReply reply = app.http(request);
        return Observation.of(reply.status(), InProcess.fields(reply.headers()), reply.body());
    }

    @Override
    public void close() throws IOException {
        app.close();
    }
}
