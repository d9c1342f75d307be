package dev.aloft.benchmarks;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.benchmarks.floor.Floor;
import dev.aloft.benchmarks.functions.GreetText;
import dev.aloft.benchmarks.vendor.Greet;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.local.Main;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.PayloadCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Who takes part, each deployed as its users would: everything unpacked into one folder. */
final class Contestants {
    static final String ALOFT_TEXT = "Aloft, text body";
    static final String ALOFT_JSON = "Aloft, Jackson body";
    static final String VENDOR = "vendor POJO + Jackson";
    static final String FLOOR = "empty handler";

    private Contestants() {}

    static List<Contestant> all(Path folder) throws IOException {
        Path floor = new Deployment(folder.resolve("floor")).withPackageOf(Floor.class).folder();
        Path vendor = withJackson(new Deployment(folder.resolve("vendor")).withPackageOf(Greet.class))
                .withJarOf(APIGatewayV2HTTPEvent.class)
                .withJarOf(jodaTime())
                .folder();
        Path text = aloft(new Deployment(folder.resolve("text"))).folder();
        Path json = withJackson(aloft(new Deployment(folder.resolve("json"))).withJarOf(codec())).folder();
        String entryPoint = LambdaEntryPoint.class.getName();
        return List.of(
                new Contestant(FLOOR, Floor.class.getName(), floor, "/greet"),
                new Contestant(VENDOR, Greet.class.getName(), vendor, "/greet"),
                new Contestant(ALOFT_TEXT, entryPoint, text, "/text/greet"),
                new Contestant(ALOFT_JSON, entryPoint, json, "/json/greet"));
    }

    private static Deployment aloft(Deployment deployment) throws IOException {
        return deployment
                .withPackageOf(GreetText.class)
                .withFile("META-INF/aloft/index")
                .withJarOf(HttpHandler.class)
                .withJarOf(FunctionRuntime.class)
                .withJarOf(LambdaEntryPoint.class)
                .withJarOf(AzureEntryPoint.class)
                .withJarOf(GcpEntryPoint.class)
                .withJarOf(Main.class);
    }

    private static Deployment withJackson(Deployment deployment) throws IOException {
        return deployment.withJarOf(JsonProperty.class).withJarOf(JsonParser.class).withJarOf(ObjectMapper.class);
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
