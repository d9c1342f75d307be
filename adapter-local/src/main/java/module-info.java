/** Functions on the developer's own machine: in process for tests, and as a server. */
module dev.aloft.local {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.aloft.runtime;

    exports dev.aloft.local;
    exports dev.aloft.local.engine;
    exports dev.aloft.local.junit;
    exports dev.aloft.local.recording;

    opens dev.aloft.local.junit to
            org.junit.platform.commons;
}
