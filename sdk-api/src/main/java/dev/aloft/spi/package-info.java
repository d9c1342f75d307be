/** What providers implement: the payload codec, the handler factory, the function index. */
@NullMarked
package dev.aloft.spi;

import org.jspecify.annotations.NullMarked;
