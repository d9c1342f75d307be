package dev.aloft.testkit.brokers;

import dev.aloft.aws.LambdaEntryPoint;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/** Starts the entry point as Lambda does, with an environment of its own: this process has only one. */
final class LambdaProcess {
    private LambdaProcess() {}

    static LambdaEntryPoint start(Map<String, String> environment) {
        LambdaEntryPoint entryPoint = Settings.during(environment, LambdaEntryPoint::new);
        try {
            Field runtime = LambdaEntryPoint.class.getDeclaredField("runtime");
            Method start = runtime.getType().getDeclaredMethod("start", Map.class);
            runtime.setAccessible(true);
            start.setAccessible(true);
            runtime.set(entryPoint, start.invoke(null, environment));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return entryPoint;
    }
}
