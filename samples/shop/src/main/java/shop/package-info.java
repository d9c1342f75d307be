/**
 * A small shop: an API for orders, a barcode to download, a login with cookies, what follows an order by messages, pictures to upload, a
 * search that follows a database, and a clean-up every night.
 */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
