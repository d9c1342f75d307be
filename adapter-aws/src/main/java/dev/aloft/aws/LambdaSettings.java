package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.Map;

/**
 * What a deployment says of how its messages come.
 *
 * @param partialBatch {@code ALOFT_PARTIAL_BATCH}: whether the event source mapping has {@code ReportBatchItemFailures}; without it
 *     AWS deletes a message whose failure is merely reported
 * @param rawDelivery {@code ALOFT_SNS_RAW}: whether SNS delivers to the queue without its envelope
 */
record LambdaSettings(boolean partialBatch, boolean rawDelivery) {
    static final LambdaSettings NOTHING_SET = new LambdaSettings(false, false);

    static LambdaSettings of(Map<String, String> environment) {
        return new LambdaSettings(isOn(environment, "ALOFT_PARTIAL_BATCH"), isOn(environment, "ALOFT_SNS_RAW"));
    }

    private static boolean isOn(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank() || value.strip().equals("off")) {
            return false;
        }
        if (value.strip().equals("on")) {
            return true;
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-117",
                "The setting " + name + " is neither on nor off. Change it, or remove it.");
    }
}
