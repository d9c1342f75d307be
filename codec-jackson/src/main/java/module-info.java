/** Typed bodies through Jackson, hardened: found by the service loader when a function first asks for one. */
module dev.aloft.codec.jackson {
    requires static org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires transitive dev.aloft.api;

    exports dev.aloft.codec.jackson;

    provides dev.aloft.spi.PayloadCodec with
            dev.aloft.codec.jackson.JacksonCodec;
}
