package org.engageconnector.app.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every setting there is, in the order of docs/configuration.md. Source: the settings table, which is public interface. */
public final class KnownSettings {

    private static final Map<String, Setting> BY_NAME = byName();

    private KnownSettings() {}

    public static List<Setting> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The setting of that name; {@code null} when there is none. */
    public static Setting find(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Setting> byName() {
        List<Setting> settings = new ArrayList<>();
        settings.addAll(PlaceSettings.all());
        settings.addAll(EngageSettings.all());
        settings.addAll(GenesysCloudSettings.all());
        settings.addAll(NetworkSettings.all());
        settings.addAll(RuleSettings.all());
        Map<String, Setting> map = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (map.put(setting.name(), setting) != null) {
                throw new IllegalStateException("described twice: " + setting.name());
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
