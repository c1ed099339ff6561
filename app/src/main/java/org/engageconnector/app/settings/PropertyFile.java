package org.engageconnector.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;

/** A properties file: our settings with their lines, names we do not know, and what is Camel's. A missing file is empty. */
final class PropertyFile {

    private static final String OURS = "ex.";

    private final Path path;

    private final List<String> lines;

    private final Map<String, String> entries = new TreeMap<>();

    private PropertyFile(Path path, String content) throws IOException {
        this.path = path;
        this.lines = content.lines().toList();
        Properties properties = new Properties();
        properties.load(new StringReader(content));
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
    }

    static PropertyFile read(Path path) {
        try {
            return new PropertyFile(path, Files.exists(path) ? Files.readString(path) : "");
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the file cannot be read (" + e.getClass().getSimpleName() + ")",
                    path.toString(),
                    "check that it is a text file in UTF-8 which this user may read");
        }
    }

    Map<String, SettingValue> settings() {
        Map<String, SettingValue> settings = new LinkedHashMap<>();
        entries.forEach((name, text) -> {
            if (KnownSettings.find(name) != null) {
                settings.put(name, new SettingValue(text, place(name)));
            }
        });
        return settings;
    }

    Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>(entries);
        others.keySet().removeIf(name -> name.startsWith(OURS));
        return others;
    }

    List<Problem> unknownNames() {
        List<Problem> problems = new ArrayList<>();
        List<String> known = KnownSettings.all().stream().map(Setting::name).toList();
        for (String name : entries.keySet()) {
            if (name.startsWith(OURS) && KnownSettings.find(name) == null) {
                problems.add(new Problem(
                        name + " is not a setting",
                        place(name),
                        "the nearest known name is " + NearestName.of(name, known)
                                + "; all names are in docs/configuration.md"));
            }
        }
        return problems;
    }

    private String place(String name) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.startsWith(name) && line.substring(name.length()).matches("\\s*([=:\\s].*)?")) {
                return path + ", line " + (i + 1);
            }
        }
        return path.toString();
    }
}
