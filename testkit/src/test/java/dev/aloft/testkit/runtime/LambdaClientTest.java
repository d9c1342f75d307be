package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LambdaClientTest {

    @Test
    void otherMachinesAreToldWhy() {
        assertThat(LambdaClient.unavailableReason("Windows 11", "amd64"))
                .hasValue("AWS's Java runtime interface client has a native part for Linux only; this is Windows 11.");
        assertThat(LambdaClient.unavailableReason("Linux", "riscv64"))
                .hasValue(
                        "AWS's Java runtime interface client has a native part for x86_64 and aarch64 only; this is riscv64.");
        assertThat(LambdaClient.unavailableReason("Linux", "amd64")).isEmpty();
        assertThat(LambdaClient.unavailableReason("Linux", "aarch64")).isEmpty();
    }
}
