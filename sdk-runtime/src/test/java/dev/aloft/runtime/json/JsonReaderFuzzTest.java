package dev.aloft.runtime.json;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are read as Jackson reads them, or refused where Jackson refuses them. */
class JsonReaderFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyTextIsReadAsJacksonReadsIt(byte[] text) {
        JsonAgreement.check(text);
    }
}
