/** Runs functions on Azure Functions, by the Java worker. */
@NullMarked
package dev.aloft.azure;

import org.jspecify.annotations.NullMarked;
