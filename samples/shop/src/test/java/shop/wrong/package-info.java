/** Handlers that work on a calm day only, each wrong in one of the five usual ways. */
@NullMarked
package shop.wrong;

import org.jspecify.annotations.NullMarked;
