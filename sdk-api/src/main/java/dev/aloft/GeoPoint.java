package dev.aloft;

/**
 * A place on earth as a value within a {@link Document}: {@code new GeoPoint(52.52, 13.405)}.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with code ALOFT-415 if there is no such place
     */
    public GeoPoint {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException(
                    "ALOFT-415 A place has a latitude from -90 to 90 and a longitude from -180 to 180 degrees.");
        }
    }
}
