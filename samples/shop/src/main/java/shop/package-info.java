/** A small shop as an API backend: orders, a barcode to download, a login with cookies. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
