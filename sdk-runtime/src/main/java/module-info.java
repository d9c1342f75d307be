/** What adapters share: registry, dispatcher, router, failure policy, JSON of native envelopes. */
module dev.aloft.runtime {
    requires static org.jspecify;
    requires transitive dev.aloft.api;

    exports dev.aloft.runtime;
    exports dev.aloft.runtime.cloudevents;
    exports dev.aloft.runtime.json;
}
