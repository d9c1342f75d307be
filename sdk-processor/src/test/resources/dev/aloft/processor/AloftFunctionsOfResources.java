package shop;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Context;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.GenericType;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The functions of this application, as Aloft's annotation processor found them.
 *
 * <p>A change to this file is lost at the next compilation.
 */
@Generated("dev.aloft.processor")
public final class AloftFunctions implements FunctionIndex {
    private @Nullable Upkeep upkeep;

    /** Creates the index; a handler is created when its function is first called. */
    public AloftFunctions() {}

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.change("archive", "products"),
                FunctionDefinition.schedule("clean-up", "30 3 * * MON-FRI", "UTC"),
                FunctionDefinition.change("count", "carts"),
                FunctionDefinition.storage("forget", "uploads", StorageEvent.Kind.DELETED, StorageEvent.Kind.ARCHIVED),
                FunctionDefinition.change("index-product", "products"),
                FunctionDefinition.storage("make-thumbnail", "uploads", StorageEvent.Kind.CREATED),
                FunctionDefinition.http("place-order", "/orders", "POST"),
                FunctionDefinition.schedule("tick", "*/15 * * * *", "Etc/UTC"));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
        return switch (functionName) {
            case "archive" -> new UpkeepArchive(upkeep(factory));
            case "clean-up" -> factory == null ? new CleanUp() : factory.create(CleanUp.class);
            case "count" -> new UpkeepCount(upkeep(factory));
            case "forget" -> new UpkeepForget(upkeep(factory));
            case "index-product" -> factory == null ? new IndexProduct() : factory.create(IndexProduct.class);
            case "make-thumbnail" -> factory == null ? new MakeThumbnail() : factory.create(MakeThumbnail.class);
            case "place-order" -> factory == null ? new PlaceOrder() : factory.create(PlaceOrder.class);
            case "tick" -> new UpkeepTick(upkeep(factory));
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return switch (functionName) {
            case "archive" -> Document.class;
            case "count" -> new GenericType<Map<String, Object>>() {}.type();
            case "index-product" -> Product.class;
            default -> throw new IllegalArgumentException("No payload of function " + functionName);
        };
    }

    private synchronized Upkeep upkeep(@Nullable HandlerFactory factory) throws Exception {
        if (upkeep == null) {
            upkeep = factory == null ? new Upkeep() : factory.create(Upkeep.class);
        }
        return Objects.requireNonNull(upkeep, "the factory returned null");
    }

    private static final class UpkeepArchive implements ChangeHandler<Document> {
        private final Upkeep upkeep;

        UpkeepArchive(Upkeep upkeep) {
            this.upkeep = upkeep;
        }

        @Override
        public void handle(ChangeEvent<Document> change, Context context) throws Exception {
            upkeep.archive(change, context);
        }
    }

    private static final class UpkeepCount implements ChangeHandler<Map<String, Object>> {
        private final Upkeep upkeep;

        UpkeepCount(Upkeep upkeep) {
            this.upkeep = upkeep;
        }

        @Override
        public void handle(ChangeEvent<Map<String, Object>> change, Context context) throws Exception {
            upkeep.count(change, context);
        }
    }

    private static final class UpkeepForget implements StorageHandler {
        private final Upkeep upkeep;

        UpkeepForget(Upkeep upkeep) {
            this.upkeep = upkeep;
        }

        @Override
        public void handle(StorageEvent event, Context context) throws Exception {
            upkeep.forget(event, context);
        }
    }

    private static final class UpkeepTick implements ScheduleHandler {
        private final Upkeep upkeep;

        UpkeepTick(Upkeep upkeep) {
            this.upkeep = upkeep;
        }

        @Override
        public void handle(ScheduleEvent event, Context context) throws Exception {
            upkeep.tick(event, context);
        }
    }
}
