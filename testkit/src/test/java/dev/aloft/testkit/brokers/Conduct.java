package dev.aloft.testkit.brokers;

/** What a handler does at one attempt. */
enum Conduct {
    HANDLE,
    THROW,
    THROW_CHECKED,
    THROW_ERROR,
    RUN_OUT_OF_MEMORY,
    REJECT,
    RETRY_LATER,
    TIME_OUT
}
