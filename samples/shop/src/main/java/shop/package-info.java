/** A small shop: an API for orders, a barcode to download, a login with cookies, and what follows an order by messages. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
