package dev.aloft.testkit.gcp;

import java.math.BigDecimal;

/** Firestore's two kinds of numbers: whole ones of 64 bits, and doubles. */
final class GoogleNumber {
    private GoogleNumber() {}

    /**
     * A number as Firestore keeps it.
     *
     * @return a {@code Long}, or the {@code Double} that is written with the same digits
     * @throws IllegalArgumentException if it is neither without loss
     */
    static Number of(BigDecimal number) {
        if (number.signum() == 0 || number.stripTrailingZeros().scale() <= 0) {
            if (number.precision() - number.scale() <= 19
                    && number.toBigInteger().bitLength() < 64) {
                return number.longValueExact();
            }
        }
        double near = number.doubleValue();
        if (Double.isFinite(near) && new BigDecimal(Double.toString(near)).compareTo(number) == 0) {
            return near;
        }
        throw new IllegalArgumentException(
                "Firestore keeps whole numbers of 64 bits and doubles; " + number + " is neither without loss.");
    }
}
