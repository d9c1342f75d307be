/** The default payload codec: JSON through Jackson, with every lenient default switched off. */
@NullMarked
package dev.aloft.codec.jackson;

import org.jspecify.annotations.NullMarked;
