/**
 * Runs a packaged function under the clouds' own runtimes, each a child process of the test, on loopback only.
 *
 * <ul>
 *   <li>{@link dev.aloft.testkit.runtime.LambdaRuntimeHarness}: AWS's Java runtime interface client.
 *   <li>{@link dev.aloft.testkit.runtime.GoogleInvokerHarness}: Google's Java function invoker.
 *   <li>{@link dev.aloft.testkit.runtime.JarHarness}: any application, started with {@code java -jar}.
 *   <li>{@link dev.aloft.testkit.runtime.RawHttpClient}: sends HTTP/1.1 exactly as written and shows what came back.
 * </ul>
 *
 * <p>Nothing here knows Aloft's API: every harness runs any jar.
 */
@NullMarked
package dev.aloft.testkit.runtime;

import org.jspecify.annotations.NullMarked;
