package dev.aloft.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.benchmarks.bare.BareServer;
import dev.aloft.benchmarks.events.EventFunctions;
import dev.aloft.benchmarks.floor.Floor;
import dev.aloft.benchmarks.functions.GreetText;
import dev.aloft.benchmarks.google.GreetTextFunction;
import dev.aloft.benchmarks.messages.MessageFunctions;
import dev.aloft.benchmarks.probe.AllocationProbe;
import dev.aloft.benchmarks.probe.InProcessProbe;
import dev.aloft.benchmarks.stream.GreetStream;
import dev.aloft.benchmarks.vendor.Greet;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.local.Main;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.PayloadCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** What is deployed: for each contestant what its users would deploy. */
final class Deployments {
    private final Path folder;

    Deployments(Path folder) {
        this.folder = folder;
    }

    Deployment floor() throws IOException {
        return of("floor").withPackageOf(Floor.class).withPackageOf(AllocationProbe.class);
    }

    Deployment vendor() throws IOException {
        return withJackson(of("vendor"))
                .withPackageOf(Greet.class)
                .withJarOf(APIGatewayV2HTTPEvent.class)
                .withJarOf(jodaTime());
    }

    Deployment stream() throws IOException {
        return of("stream")
                .withPackageOf(GreetStream.class)
                .withPackageOf(AllocationProbe.class)
                .withJarOf(JsonParser.class);
    }

    /** One for both of Aloft's functions, with all adapters and the codec: the text body must not care that it is there. */
    Deployment aloft() throws IOException {
        return withJackson(withAloft(of("aloft")))
                .withJarOf(codec())
                .withJarOf(Jdk8Module.class)
                .withJarOf(JavaTimeModule.class)
                .withPackageOf(AllocationProbe.class);
    }

    Deployment aloftWithoutCodec() throws IOException {
        return withAloft(of("aloft-without-codec"));
    }

    Deployment inProcess() throws IOException {
        return withAloft(of("in-process")).withPackageOf(InProcessProbe.class);
    }

    Deployment google() throws IOException {
        return withJackson(of("google")).withPackageOf(GreetTextFunction.class);
    }

    Deployment bare() throws IOException {
        return of("bare").withPackageOf(BareServer.class);
    }

    private Deployment of(String name) {
        return new Deployment(folder.resolve(name));
    }

    /** The application alone, as the compiler leaves it. */
    Deployment functions() throws IOException {
        return withFunctions(of("functions"));
    }

    private static Deployment withFunctions(Deployment deployment) throws IOException {
        return deployment
                .withPackageOf(GreetText.class)
                .withPackageOf(MessageFunctions.class)
                .withPackageOf(EventFunctions.class)
                .withFile("META-INF/aloft/index");
    }

    private static Deployment withAloft(Deployment deployment) throws IOException {
        return withFunctions(deployment)
                .withJarOf(HttpHandler.class)
                .withJarOf(FunctionRuntime.class)
                .withJarOf(LambdaEntryPoint.class)
                .withJarOf(AzureEntryPoint.class)
                .withJarOf(GcpEntryPoint.class)
                .withJarOf(Main.class);
    }

    private static Deployment withJackson(Deployment deployment) throws IOException {
        return deployment
                .withJarOf(JsonProperty.class)
                .withJarOf(JsonParser.class)
                .withJarOf(ObjectMapper.class);
    }

    private static Class<?> codec() {
        return ServiceLoader.load(PayloadCodec.class).findFirst().orElseThrow().getClass();
    }

    private static Class<?> jodaTime() {
        try {
            return Class.forName("org.joda.time.DateTime");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("aws-lambda-java-events brings joda-time", e);
        }
    }
}
