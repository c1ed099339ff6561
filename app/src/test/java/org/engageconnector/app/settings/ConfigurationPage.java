package org.engageconnector.app.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** The table of docs/configuration.md, made from the described settings. */
final class ConfigurationPage {

    static final String BEGIN = "<!-- settings: generated from KnownSettings, do not edit -->\n";

    static final String END = "<!-- end of settings -->\n";

    private ConfigurationPage() {}

    static String table() {
        StringBuilder page = new StringBuilder("| property | environment | default | value | needed by | meaning |\n");
        page.append("|---|---|---|---|---|---|\n");
        for (Setting setting : KnownSettings.all()) {
            page.append("| `").append(setting.name()).append("` | `").append(setting.environmentName());
            setting.otherEnvironmentNames()
                    .forEach(name -> page.append("` or `").append(name));
            page.append("` | ")
                    .append(shownDefault(setting))
                    .append(" | ")
                    .append(setting.type().label());
            page.append(setting.secret() ? ", secret" : "").append(" | ").append(neededBy(setting.requiredBy()));
            page.append(" | ").append(setting.meaning()).append(" |\n");
        }
        return page.toString();
    }

    private static String shownDefault(Setting setting) {
        String text = setting.defaultValue() == null ? "-" : "`" + setting.defaultValue() + "`";
        return setting.transactionKey() == null ? text : text + " (T `" + setting.transactionKey() + "`)";
    }

    private static String neededBy(Collection<Role> roles) {
        if (roles.size() == Role.values().length) {
            return "all";
        }
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(Role::id)
                .collect(Collectors.joining(", "));
    }
}
