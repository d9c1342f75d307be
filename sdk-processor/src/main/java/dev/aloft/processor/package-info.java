/** The annotation processor: the function index, compile-time checks, the files of an Azure package. */
@NullMarked
package dev.aloft.processor;

import org.jspecify.annotations.NullMarked;
