package org.engageconnector.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One setting as the connector knows it.
 *
 * @param name the property, below {@code ex.}
 * @param otherEnvironmentNames documented Genesys names that set it too, such as {@code ORG_ID}
 * @param defaultValue as text; {@code null} when there is none
 * @param requiredBy the roles that do not start without it
 * @param transactionKey the key of {@code hybrid_integration} that gives it where nothing else does; {@code null} for none
 * @param secret true when its value appears nowhere
 * @param meaning one sentence for people
 */
public record Setting(
        String name,
        List<String> otherEnvironmentNames,
        String defaultValue,
        SettingType type,
        Set<Role> requiredBy,
        String transactionKey,
        boolean secret,
        String meaning) {

    public Setting {
        otherEnvironmentNames = List.copyOf(otherEnvironmentNames);
        requiredBy = Set.copyOf(requiredBy);
    }

    static Setting of(String name, SettingType type, String defaultValue, String meaning) {
        return new Setting(name, List.of(), defaultValue, type, Set.of(), null, false, meaning);
    }

    Setting orEnvironment(String... names) {
        return new Setting(name, List.of(names), defaultValue, type, requiredBy, transactionKey, secret, meaning);
    }

    Setting requiredBy(Role... roles) {
        return new Setting(
                name, otherEnvironmentNames, defaultValue, type, Set.of(roles), transactionKey, secret, meaning);
    }

    Setting orTransaction(String key) {
        return new Setting(name, otherEnvironmentNames, defaultValue, type, requiredBy, key, secret, meaning);
    }

    Setting kept() {
        return new Setting(name, otherEnvironmentNames, defaultValue, type, requiredBy, transactionKey, true, meaning);
    }

    /** The environment variable that sets it: upper case, {@code _} for {@code .} and {@code -}. */
    public String environmentName() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
