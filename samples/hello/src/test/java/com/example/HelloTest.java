package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.aloft.HttpResponse;
import dev.aloft.local.LocalFunctions;
import org.junit.jupiter.api.Test;

class HelloTest {
    @Test
    void greetsByName() {
        LocalFunctions functions = LocalFunctions.start();

        HttpResponse response = functions.http().get("/hello/Ada");

        assertEquals("Hello, Ada!\n", response.text());
    }
}
