package dev.aloft.local.junit;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding.Kind;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An index as the processor writes it: two functions of one class that share its instance, and one that is a class itself. */
public final class ParcelIndex implements FunctionIndex {
    static final String SETTING = "ALOFT_INDEX=dev.aloft.local.junit.ParcelIndex";

    private Parcels parcels;

    /** {@code GET /parcels} counts what came by the queue {@code parcels}. */
    static final class Parcels {
        private final Set<String> ids = ConcurrentHashMap.newKeySet();

        void take(Message<String> message) {
            System.out.println("took " + message.payload());
            if (message.payload().isEmpty()) {
                throw new IllegalArgumentException("An empty parcel");
            }
            ids.add(message.id());
        }

        HttpResponse count() {
            return HttpResponse.ok(Integer.toString(ids.size()));
        }
    }

    /** {@code GET /setting} tells a setting. */
    static final class TellSetting implements HttpHandler {
        @Override
        public HttpResponse handle(HttpRequest request, Context context) {
            return HttpResponse.ok(context.settings().find("COLOUR").orElse("none"));
        }
    }

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.http("count-parcels", "/parcels", "GET"),
                FunctionDefinition.message("take-parcel", Kind.QUEUE, "parcels"),
                FunctionDefinition.http("tell-setting", "/setting", "GET"));
    }

    @Override
    public Object handler(String functionName, HandlerFactory factory) throws Exception {
        return switch (functionName) {
            case "count-parcels" -> counting(parcels(factory));
            case "take-parcel" -> taking(parcels(factory));
            case "tell-setting" -> factory == null ? new TellSetting() : factory.create(TellSetting.class);
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }

    private static HttpHandler counting(Parcels parcels) {
        return (request, context) -> parcels.count();
    }

    private static MessageHandler<String> taking(Parcels parcels) {
        return (message, context) -> parcels.take(message);
    }

    private Parcels parcels(HandlerFactory factory) throws Exception {
        if (parcels == null) {
            parcels = factory == null ? new Parcels() : factory.create(Parcels.class);
        }
        return parcels;
    }

    @Override
    public Type payloadType(String functionName) {
        return String.class;
    }
}
