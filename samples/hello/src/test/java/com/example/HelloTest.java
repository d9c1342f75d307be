package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.aloft.HttpResponse;
import dev.aloft.local.LocalHttp;
import dev.aloft.local.junit.AloftTest;
import org.junit.jupiter.api.Test;

@AloftTest
class HelloTest {
    @Test
    void greetsByName(LocalHttp http) {
        HttpResponse response = http.get("/hello/Ada");

        assertEquals("Hello, Ada!\n", response.text());
    }
}
