package dev.aloft.benchmarks;

import java.util.List;

/** One way to answer {@code POST …/greet} with {@code {"greeting":"Hello, Ada"}}. */
interface Contestant {
    /** What Lambda gives a Java 17 function of 512 MB, for all alike: one compiler tier, the serial collector. */
    List<String> JVM_OPTIONS = List.of(
            "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

    /** The title of its row. */
    String name();

    /** Starts a process of its own, with {@link #JVM_OPTIONS} and more, if any. */
    Running start(List<String> moreJvmOptions);

    default Running start() {
        return start(List.of());
    }
}
