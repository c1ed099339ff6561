package org.engageconnector.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The settings of one role: checked, complete, unchanging. Asking for a name that is not a setting is a mistake in the
 * program and throws {@link IllegalArgumentException}.
 */
public final class RoleSettings {

    private final Role role;

    private final Map<String, SettingValue> values;

    private final Map<String, String> camel;

    RoleSettings(Role role, Map<String, SettingValue> values, Map<String, String> camel) {
        this.role = role;
        this.values = Map.copyOf(values);
        this.camel = Map.copyOf(camel);
    }

    public Role role() {
        return role;
    }

    public SettingValue value(String name) {
        SettingValue value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("not a setting: " + name);
        }
        return value;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(value(name).text());
    }

    /** The value of a setting that has a default or was required at start. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public double share(String name) {
        return Double.parseDouble(text(name));
    }

    public Duration duration(String name) {
        return Duration.ofMillis(number(name));
    }

    /** This role's own form of a setting: {@code own("http.port")} is {@code ex.<role>.http.port}. */
    public String own(String name) {
        return "ex." + role.id() + "." + name;
    }

    public List<SipServer> sipServers() {
        return find("ex.sip-servers").map(SipServer::parseAll).orElse(List.of());
    }

    /**
     * As {@link #find}, and where nobody set it, the key of {@code hybrid_integration} that belongs to it.
     *
     * @param transaction section, key, value, as config-sync stored it
     */
    public Optional<String> find(String name, Map<String, Map<String, String>> transaction) {
        Setting setting = KnownSettings.find(name);
        if (value(name).set() || setting.transactionKey() == null) {
            return find(name);
        }
        return Optional.ofNullable(transaction.get(role.transactionSection()))
                .map(section -> section.get(setting.transactionKey()))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(setting.type()::normalise)
                .or(() -> find(name));
    }

    /**
     * The values of this role's settings that are no secrets and that the transaction gives because nobody set them.
     *
     * @param transaction asked only when there is such a setting
     */
    public Map<String, String> late(Supplier<Map<String, Map<String, String>>> transaction) {
        Map<String, String> late = new TreeMap<>();
        for (Setting setting : KnownSettings.all()) {
            boolean mine = setting.name().startsWith(own(""));
            if (mine
                    && setting.transactionKey() != null
                    && !setting.secret()
                    && !value(setting.name()).set()) {
                find(setting.name(), transaction.get()).ifPresent(text -> late.put(setting.name(), text));
            }
        }
        return late;
    }

    /**
     * The OAuth client: the role's own, else the common one, else that of {@code hybrid_integration}. An id and a secret of
     * different places are never mixed.
     */
    public Optional<ClientCredentials> client(Map<String, Map<String, String>> transaction) {
        String id = "genesys-cloud.client-id";
        String secret = "genesys-cloud.client-secret";
        return pair(find(own(id)), find(own(secret)))
                .or(() -> pair(find("ex." + id), find("ex." + secret)))
                .or(() -> pair(find("ex." + id, transaction), find("ex." + secret, transaction)));
    }

    /** The OAuth clients that share this role's work; empty when {@link #client} is the only one. */
    public List<ClientCredentials> clients() {
        return find(own("genesys-cloud.clients"))
                .map(ClientCredentials::parseAll)
                .orElse(List.of());
    }

    private static Optional<ClientCredentials> pair(Optional<String> id, Optional<String> secret) {
        return id.flatMap(name -> secret.map(word -> new ClientCredentials(name, word)));
    }

    /** Every value as a Camel property; settings without a value are empty. */
    public Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>(camel);
        values.forEach((name, value) -> properties.put(name, value.text() == null ? "" : value.text()));
        // Routes name the common one; a role may have its own.
        Optional.ofNullable(values.get(own("delivery.linger")))
                .map(SettingValue::text)
                .ifPresent(text -> properties.put("ex.delivery.linger", text));
        return properties;
    }
}
