package org.engageconnector.app.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.engageconnector.app.failure.Problem;

/**
 * Settings from environment variables. Names are matched against the known settings, never parsed back. A name with
 * {@code _FILE} behind it names a file that holds the value.
 */
final class EnvironmentValues {

    private static final String FILE = "_FILE";

    private final Map<String, String> environment;

    EnvironmentValues(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    Map<String, SettingValue> settings(List<Problem> problems) {
        Map<String, SettingValue> settings = new HashMap<>();
        for (Setting setting : KnownSettings.all()) {
            for (String name : names(setting)) {
                String text = environment.get(name);
                String file = environment.get(name + FILE);
                boolean direct = text != null && !text.isBlank();
                if (direct && file != null && !file.isBlank()) {
                    problems.add(new Problem(
                            setting.name() + " is set twice",
                            "environment variables " + name + " and " + name + FILE,
                            "unset one of them"));
                } else if (direct) {
                    settings.putIfAbsent(setting.name(), new SettingValue(text, "environment variable " + name));
                } else if (file != null && !file.isBlank()) {
                    fromFile(setting, name + FILE, file, settings, problems);
                }
            }
        }
        return settings;
    }

    List<String> strangeNames() {
        Set<String> known = new LinkedHashSet<>();
        KnownSettings.all().forEach(setting -> known.addAll(names(setting)));
        List<String> strange = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            String bare = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
            if (name.startsWith("EX_") && !known.contains(bare) && !known.contains(name)) {
                strange.add("environment variable " + name
                        + " is not a setting and is ignored; the nearest known name is " + NearestName.of(bare, known));
            }
        }
        return strange;
    }

    private static void fromFile(
            Setting setting, String variable, String file, Map<String, SettingValue> settings, List<Problem> problems) {
        try {
            String text = SecretFile.read(Path.of(file));
            if (text.isEmpty()) {
                // taken for unset, an empty key would leave secrets in the clear without a word
                problems.add(new Problem(
                        setting.name() + ": its file is empty",
                        "environment variable " + variable + " = " + file,
                        "write the value into the file, or unset " + variable));
                return;
            }
            settings.putIfAbsent(
                    setting.name(), new SettingValue(text, file + " (environment variable " + variable + ")"));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new Problem(
                    setting.name() + ": its file cannot be read ("
                            + (e.getClass() == IOException.class
                                    ? e.getMessage()
                                    : e.getClass().getSimpleName())
                            + ")",
                    "environment variable " + variable + " = " + file,
                    "check the path and that this user may read the file"));
        }
    }

    private static List<String> names(Setting setting) {
        List<String> names = new ArrayList<>(List.of(setting.environmentName()));
        names.addAll(setting.otherEnvironmentNames());
        return names;
    }
}
