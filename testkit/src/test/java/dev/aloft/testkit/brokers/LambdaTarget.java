package dev.aloft.testkit.brokers;

import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.testkit.aws.LambdaInvocation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The function on Lambda: JSON in, JSON or a function error out. */
final class LambdaTarget implements Target {
    private final LambdaEntryPoint entryPoint;
    private final RejectionLog log;
    private final Function<List<Delivery>, byte[]> event;

    private LambdaTarget(LambdaEntryPoint entryPoint, RejectionLog log, Function<List<Delivery>, byte[]> event) {
        this.entryPoint = entryPoint;
        this.log = log;
        this.event = event;
    }

    /**
     * Deploys it.
     *
     * @param application the function
     * @param settings the deployment's environment
     * @param event makes the event of a batch
     */
    static LambdaTarget deploy(
            SimulatedApplication.Setup application,
            Map<String, String> settings,
            Function<List<Delivery>, byte[]> event) {
        application.prepare();
        return new LambdaTarget(
                LambdaProcess.start(Settings.with(settings)),
                application.simulation().log(),
                event);
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            entryPoint.handleRequest(
                    new ByteArrayInputStream(event.apply(batch)),
                    reply,
                    new LambdaInvocation(frame.id(), frame.remainingMillis(), log::add));
            return Answer.returned(reply.toByteArray());
        } catch (Throwable functionError) {
            return Answer.threw(functionError);
        }
    }
}
