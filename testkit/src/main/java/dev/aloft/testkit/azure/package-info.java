/**
 * Runs an application's Azure package as the Azure Functions host and its Java worker would, in this process: see {@link
 * dev.aloft.testkit.azure.AzureWorkerEmulation}.
 */
@NullMarked
package dev.aloft.testkit.azure;

import org.jspecify.annotations.NullMarked;
