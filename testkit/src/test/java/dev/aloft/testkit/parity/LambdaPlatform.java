package dev.aloft.testkit.parity;

import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.testkit.aws.AlbEncoder;
import dev.aloft.testkit.aws.FunctionUrlEncoder;
import dev.aloft.testkit.aws.GatewayReply;
import dev.aloft.testkit.aws.HttpApiV2Encoder;
import dev.aloft.testkit.aws.LambdaGateway;
import dev.aloft.testkit.aws.RestApiV1Encoder;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.nio.file.Path;
import java.util.List;

/** AWS's own Lambda runtime client as a child process, behind one kind of gateway. */
final class LambdaPlatform implements Platform {
    private final LambdaRuntimeHarness runtime;
    private final String name;
    private final LambdaGateway gateway;

    private LambdaPlatform(Path jar, String name, LambdaGateway gateway) {
        this.name = name;
        this.gateway = gateway;
        this.runtime = LambdaRuntimeHarness.builder()
                .code(jar)
                .handler(LambdaEntryPoint.class.getName())
                .start();
    }

    static List<Platform> all(Path jar) {
        return List.of(
                new LambdaPlatform(jar, "REST API", new RestApiV1Encoder()),
                new LambdaPlatform(jar, "HTTP API", new HttpApiV2Encoder()),
                new LambdaPlatform(jar, "function URL", new FunctionUrlEncoder()),
                new LambdaPlatform(jar, "ALB", AlbEncoder.single()),
                new LambdaPlatform(jar, "ALB, multi-value", AlbEncoder.multi()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Observation send(Exchange exchange) {
        byte[] event;
        try {
            event = gateway.encode(InProcess.request(exchange));
        } catch (IllegalArgumentException refused) {
            return new Observation(400, List.of(), "(the gateway's own page)");
        }
        GatewayReply reply = gateway.decode(runtime.invoke(event).success().payload());
        return Observation.of(reply.status(), InProcess.fields(reply.headers()), reply.body());
    }

    @Override
    public void close() {
        runtime.close();
    }
}
