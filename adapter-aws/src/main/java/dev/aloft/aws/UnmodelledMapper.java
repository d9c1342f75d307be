package dev.aloft.aws;

import dev.aloft.Event;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import java.util.List;

/**
 * An event of a service that has no shape of its own here, or of somebody who invokes the function directly: all of it is the data,
 * and the service is both type and source, for example {@code aws:ses}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html">services that invoke Lambda functions</a>
 */
final class UnmodelledMapper implements MessageMapper {
    private final byte[] payload;
    private final String service;
    private final String invocationId;

    UnmodelledMapper(byte[] payload, String service, String invocationId) {
        this.payload = payload;
        this.service = service;
        this.invocationId = invocationId;
    }

    @Override
    public void read(JsonReader json) {
        json.skip();
        json.end();
    }

    @Override
    public Origin origin() {
        return Origin.event(service, service, service);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return List.of(DeliveryItem.of(Event.builder(invocationId, service, service)
                .data(payload, "application/json")
                .build()));
    }
}
