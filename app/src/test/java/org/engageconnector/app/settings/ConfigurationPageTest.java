package org.engageconnector.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void documentation_lists_exactly_the_settings_there_are() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(ConfigurationPage.BEGIN) + ConfigurationPage.BEGIN.length());
        String after = page.substring(page.indexOf(ConfigurationPage.END));
        String wanted = before + ConfigurationPage.table() + after;
        if (Boolean.getBoolean("engage.write.docs")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE))
                .as("run this test with -Dengage.write.docs=true to write the table")
                .isEqualTo(wanted);
    }

    @Test
    void no_two_settings_share_an_environment_variable() {
        Set<String> names = new HashSet<>();
        KnownSettings.all().forEach(setting -> {
            assertThat(names.add(setting.environmentName())).as(setting.name()).isTrue();
            setting.otherEnvironmentNames()
                    .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
        });
    }

    @Test
    void every_default_is_a_value_that_its_own_type_allows() {
        KnownSettings.all().stream()
                .filter(setting -> setting.defaultValue() != null)
                .forEach(setting -> assertThat(setting.type().normalise(setting.defaultValue()))
                        .as(setting.name())
                        .isNotBlank());
    }
}
