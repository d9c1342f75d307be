package dev.aloft.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;

class AlbMapperFuzzTest {
    @FuzzTest
    void everyEventIsReadOrRefused(byte[] event) {
        MapperFuzz.readAndAnswer(new AlbMapper(), event);
    }
}
