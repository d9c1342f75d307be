package dev.aloft.testkit.brokers;

import com.microsoft.azure.functions.ExecutionContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The function on Azure: the entry point's method as the Java worker calls it. */
final class AzureTarget implements Target {
    private final Method method;
    private final Trigger trigger;
    private final Logger logger;

    /** What the worker hands over by a kind of trigger. */
    interface Trigger {
        /** The value of the binding. */
        Object value(List<Delivery> batch);

        /** What stands beside it. */
        Map<String, String> metadata(List<Delivery> batch);
    }

    private AzureTarget(Method method, Trigger trigger, Logger logger) {
        this.method = method;
        this.trigger = trigger;
        this.logger = logger;
    }

    /**
     * Deploys it, in a process of its own as far as the adapter's classes go.
     *
     * @param application the function
     * @param settings the deployment's environment
     * @param entry the entry point's method
     * @param trigger what the worker hands to it
     */
    static AzureTarget deploy(
            SimulatedApplication.Setup application, Map<String, String> settings, String entry, Trigger trigger) {
        application.prepare();
        Logger logger = logger(application.simulation().log()::add);
        AzureTarget target = new AzureTarget(AzureProcess.entryPoint(entry), trigger, logger);
        Settings.during(Settings.with(settings), target::start);
        return target;
    }

    /** A logger whose entries go nowhere else. */
    static Logger logger(Consumer<String> entries) {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Entries(entries));
        return logger;
    }

    /** The first invocation starts the application; this one names a function that is not there, so nothing is delivered. */
    private Answer start() {
        return call(new AzureInvocation("none", "start", logger, Map.of()), trigger.value(List.of(new Delivery(0, 1))));
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        return call(
                new AzureInvocation(SimulatedApplication.FUNCTION, frame.id(), logger, trigger.metadata(batch)),
                trigger.value(batch));
    }

    private Answer call(ExecutionContext context, Object value) {
        try {
            method.invoke(null, value, context);
            return Answer.returned();
        } catch (InvocationTargetException failedInvocation) {
            return Answer.threw(failedInvocation.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Entries extends Handler {
        private final Consumer<String> log;

        Entries(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public void publish(LogRecord entry) {
            log.accept(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
