package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aloft.AloftException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureApplicationTest {

    @Test
    void oneApplicationServesTheWholeProcess() {
        assertThat(AzureApplication.get()).isSameAs(AzureApplication.get());
    }

    @Test
    void aFailedStartIsReportedAtEveryCall() {
        AzureApplication.Start start = new AzureApplication.Start(Map.of("ALOFT_FUNCTION", "none"));

        Throwable first = catchThrowable(start::application);
        Throwable second = catchThrowable(start::application);

        assertThat(first)
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-102 No function named none.");
        assertThat(second).hasMessage(first.getMessage()).isNotSameAs(first);
        assertThat(second.getCause()).isSameAs(first.getCause());
    }

    @Test
    void aBrokenIndexIsOneOfThem() {
        AzureApplication.Start start = new AzureApplication.Start(Map.of("ALOFT_INDEX", "java.lang.String"));

        assertThat(catchThrowable(start::application)).hasMessageStartingWith("ALOFT-109");
    }

    @Test
    void aFailureWithoutACodeGetsOne() {
        assertThat(AzureErrors.notStarted(new StackOverflowError()))
                .hasMessage(
                        "ALOFT-114 The application cannot start: java.lang.StackOverflowError. See the cause, and deploy"
                                + " again.")
                .hasCauseInstanceOf(StackOverflowError.class);
    }
}
