package dev.aloft.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;

class HttpApiV2MapperFuzzTest {
    @FuzzTest
    void everyEventIsReadOrRefused(byte[] event) {
        MapperFuzz.readAndAnswer(new HttpApiV2Mapper(), event);
    }
}
