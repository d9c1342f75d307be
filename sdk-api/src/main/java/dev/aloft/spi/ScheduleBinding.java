package dev.aloft.spi;

/**
 * The firings of a schedule, which has the function's name.
 *
 * @param cron when it fires, five fields; the annotation processor checks them, and so does {@link Cron#parse} for whoever reads them
 * @param zone the time zone, for example {@code Europe/Berlin}
 */
public record ScheduleBinding(String cron, String zone) implements Binding {
    /** What such a function takes. */
    public static final String FIRINGS = "firings";

    @Override
    public boolean takes(String contents) {
        return contents.equals(FIRINGS);
    }

    @Override
    public String expects() {
        return "firings of its schedule";
    }
}
