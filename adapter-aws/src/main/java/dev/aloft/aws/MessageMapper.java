package dev.aloft.aws;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import java.util.List;

/**
 * One native shape of messages or events. An object reads one event, whole and before it is known which function it is for; what
 * depends on the function comes afterwards.
 */
interface MessageMapper {
    /**
     * Reads the event.
     *
     * @throws dev.aloft.AloftException if it lacks what AWS always sends; what is wrong with one record alone fails that record
     */
    void read(JsonReader json);

    /** Where all of its records come from; to be asked after it was read. */
    Origin origin();

    /** Its records for a function, in order. */
    List<DeliveryItem> items(Binding function);

    /**
     * How many of its failed records AWS lets a function report: none where a delivery succeeds or fails as a whole, the first where
     * it and all after it come again, or each.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>
     */
    default int reportable() {
        return 0;
    }
}
