/** What a function author imports: handlers, requests and responses, the context, triggers. */
@NullMarked
package dev.aloft;

import org.jspecify.annotations.NullMarked;
