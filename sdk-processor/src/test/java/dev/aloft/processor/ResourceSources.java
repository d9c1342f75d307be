package dev.aloft.processor;

import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;

/** An application with functions of storage, schedules and database changes. */
final class ResourceSources {
    static final String PRODUCT = shop("public record Product(String id) {}");

    static final String MAKE_THUMBNAIL = shop("""
            @StorageTrigger("uploads")
            public final class MakeThumbnail implements StorageHandler {
                @Override
                public void handle(StorageEvent event, Context context) {}
            }
            """);

    static final String CLEAN_UP = shop("""
            @ScheduleTrigger(cron = "30 3 * * MON-FRI")
            public final class CleanUp implements ScheduleHandler {
                @Override
                public void handle(ScheduleEvent event, Context context) {}
            }
            """);

    static final String INDEX_PRODUCT = shop("""
            @ChangeTrigger("products")
            public final class IndexProduct implements ChangeHandler<Product> {
                @Override
                public void handle(ChangeEvent<Product> change, Context context) {}
            }
            """);

    static final String ALL_IN_ONE = shop("""
            public final class Upkeep {
                private final StringBuilder calls = new StringBuilder();

                @StorageTrigger(value = "uploads", kinds = {StorageEvent.Kind.DELETED, StorageEvent.Kind.ARCHIVED, StorageEvent.Kind.DELETED})
                public void forget(StorageEvent event, Context context) {
                    calls.append(event.key());
                }

                @ScheduleTrigger(cron = "*/15 * * * *", zone = "Etc/UTC")
                public void tick(ScheduleEvent event, Context context) {
                    calls.append(event.schedule());
                }

                @ChangeTrigger("products")
                public void archive(ChangeEvent<Document> change, Context context) throws java.io.IOException {
                    throw new java.io.IOException(calls + change.id());
                }

                @ChangeTrigger("carts")
                public void count(ChangeEvent<java.util.Map<String, Object>> change, Context context) {}
            }
            """);

    private ResourceSources() {}

    static String[] all() {
        return new String[] {
            PRODUCT, MAKE_THUMBNAIL, CLEAN_UP, INDEX_PRODUCT, ALL_IN_ONE, handler("PlaceOrder", "POST", "/orders")
        };
    }

    /** A class that handles what happens to objects. */
    static String storageHandler(String trigger, String simpleName) {
        return shop(trigger + "\npublic class " + simpleName + " implements StorageHandler {\n"
                + "    public void handle(StorageEvent event, Context context) {}\n}\n");
    }

    /** A class that runs by the clock. */
    static String scheduleHandler(String trigger, String simpleName) {
        return shop(trigger + "\npublic class " + simpleName + " implements ScheduleHandler {\n"
                + "    public void handle(ScheduleEvent event, Context context) {}\n}\n");
    }

    /** A class that handles database changes. */
    static String changeHandler(String trigger, String simpleName, String payload) {
        return shop(trigger + "\npublic class " + simpleName + " implements ChangeHandler<" + payload + "> {\n"
                + "    public void handle(ChangeEvent<" + payload + "> change, Context context) {}\n}\n");
    }
}
