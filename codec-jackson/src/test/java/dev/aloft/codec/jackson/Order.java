package dev.aloft.codec.jackson;

import java.util.List;

/** A payload of the usual shape. */
record Order(String id, int quantity, List<Line> lines) {

    record Line(String item, double price) {}
}
