/** The vendor-neutral API that a function author compiles against. It depends on nothing but the JDK. */
module dev.aloft.api {
    requires static transitive org.jspecify;

    exports dev.aloft;
    exports dev.aloft.spi;

    uses dev.aloft.spi.PayloadCodec;
}
