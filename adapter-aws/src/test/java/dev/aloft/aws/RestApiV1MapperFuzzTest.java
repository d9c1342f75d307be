package dev.aloft.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;

class RestApiV1MapperFuzzTest {
    @FuzzTest
    void everyEventIsReadOrRefused(byte[] event) {
        MapperFuzz.readAndAnswer(new RestApiV1Mapper(), event);
    }
}
