/**
 * Runs an application on Google Cloud Functions and Cloud Run functions. {@link dev.aloft.gcp.GcpEntryPoint} is the class to
 * name as function target.
 */
@NullMarked
package dev.aloft.gcp;

import org.jspecify.annotations.NullMarked;
