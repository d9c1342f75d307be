package dev.aloft.testkit.brokers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** What the platforms call the messages. */
final class Ids {
    private static final String DIGITS = "000000000000";

    private Ids() {}

    /** SQS: an UUID. */
    static String uuid(int message) {
        return "059f36b4-87a3-44ab-83d2-" + padded(message);
    }

    /** Kinesis and DynamoDB: many digits, growing within a shard. */
    static String sequence(int message) {
        return "49590338271490256608559692538361571095" + padded(message);
    }

    private static String padded(int message) {
        String number = Integer.toString(message);
        return DIGITS.substring(number.length()) + number;
    }

    static Set<String> of(List<Delivery> batch, IntFunction<String> name) {
        Set<String> ids = new HashSet<>();
        batch.forEach(delivery -> ids.add(name.apply(delivery.message())));
        return ids;
    }
}
