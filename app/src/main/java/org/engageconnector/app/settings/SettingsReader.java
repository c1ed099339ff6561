package org.engageconnector.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;

/**
 * Joins defaults, {@code application.properties}, {@code <role>.properties} and environment, each overriding the one before,
 * and reports everything that is wrong at once.
 */
public final class SettingsReader {

    /** What must be set. */
    private enum Checked {
        ALL,
        TENANT,
        NOTHING
    }

    private final LayeredFolder directory;

    private final EnvironmentValues environment;

    private final String hostName;

    /**
     * @param directory the configuration directory
     * @param hostName the default of {@code ex.instance-id}
     */
    public SettingsReader(Path directory, Map<String, String> environment, String hostName) {
        this(LayeredFolder.of(directory), environment, hostName);
    }

    /** As above, from a folder with the site's own files laid over it. */
    SettingsReader(LayeredFolder directory, Map<String, String> environment, String hostName) {
        this.directory = directory;
        this.environment = new EnvironmentValues(environment);
        this.hostName = hostName;
    }

    /** Reads one role's settings; throws {@link CommandFailure} with exit code 2 when anything is wrong. */
    public RoleSettings read(Role role) {
        return read(role, Checked.ALL);
    }

    /** Whether this installation is meant to run a role: something that only this role needs is set. */
    public boolean meant(Role role) {
        RoleSettings settings = read(role, Checked.NOTHING);
        return KnownSettings.all().stream()
                .filter(setting -> setting.requiredBy().equals(Set.of(role)))
                .anyMatch(setting -> settings.value(setting.name()).set());
    }

    /** Reads what commands such as {@code status} need: Redis and the tenant. */
    public RoleSettings readForCommand() {
        return read(Role.CONFIG_SYNC, Checked.TENANT);
    }

    /** The same with the settings of a role, whatever of them it needs to run is missing. */
    public RoleSettings readForCommand(Role role) {
        return read(role, Checked.TENANT);
    }

    private RoleSettings read(Role role, Checked checked) {
        List<Problem> problems = new ArrayList<>();
        Map<String, SettingValue> written = new HashMap<>();
        Map<String, String> camel = new LinkedHashMap<>();
        for (String file : List.of("application.properties", role.id() + ".properties")) {
            PropertyFile properties = PropertyFile.read(directory.file(file));
            problems.addAll(properties.unknownNames());
            written.putAll(properties.settings());
            camel.putAll(properties.others());
        }
        written.putAll(environment.settings(problems));

        Map<String, SettingValue> values = new HashMap<>();
        for (Setting setting : KnownSettings.all()) {
            SettingValue value = written.get(setting.name());
            boolean given = value != null && !value.text().isBlank();
            values.put(setting.name(), given ? normalised(setting, value, problems) : byDefault(setting));
        }
        RoleChecks.complete(values);
        if (problems.isEmpty()) {
            problems.addAll(
                    switch (checked) {
                        case ALL -> RoleChecks.problems(role, values, directory);
                        case TENANT -> RoleChecks.tenant(values, directory);
                        case NOTHING -> List.of();
                    });
        }
        if (!problems.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, problems);
        }
        return new RoleSettings(role, values, camel);
    }

    /** Names in the environment that look like ours but are not, each with the nearest known name. */
    public List<String> strangeEnvironmentNames() {
        return environment.strangeNames();
    }

    private SettingValue byDefault(Setting setting) {
        String text = setting.name().equals("ex.instance-id") ? hostName : setting.defaultValue();
        return new SettingValue(text == null ? null : setting.type().normalise(text), SettingValue.DEFAULT);
    }

    private static SettingValue normalised(Setting setting, SettingValue value, List<Problem> problems) {
        try {
            return new SettingValue(setting.type().normalise(value.text().strip()), value.origin());
        } catch (IllegalArgumentException e) {
            String shown = setting.secret() ? "" : " `" + value.text().strip() + "`";
            problems.add(new Problem(
                    setting.name() + " has a value that is not allowed" + shown,
                    value.origin(),
                    "set it to " + e.getMessage()));
            return value;
        }
    }
}
