package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings = Settings.of(Map.of("URL", "secret"));

    @Test
    void settingIsFoundByName() {
        assertThat(settings.find("URL")).contains("secret");
        assertThat(settings.require("URL")).isEqualTo("secret");
        assertThat(settings.find("NONE")).isEmpty();
    }

    @Test
    void missingSettingIsNamed() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> settings.require("WAREHOUSE_URL"))
                .withMessage("ALOFT-106 The setting WAREHOUSE_URL is not set. Add it to the function's environment.");
    }

    @Test
    void textShowsNoContent() {
        assertThat(settings).hasToString("Settings[1]");
    }
}
