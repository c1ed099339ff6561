package org.engageconnector.processors.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.Dn;
import org.engageconnector.directory.Mapping;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/** What the call engine needs of the directory, as one copy of one version for one switch. Immutable. */
public final class SwitchDirectory implements SiteDirectory {

    private final long version;
    private final Map<String, DnKind> kinds = new HashMap<>();
    private final Map<String, String> agentOfPlace = new HashMap<>();
    private final Map<String, String> agentOfLogin = new HashMap<>();
    private final Map<String, String> userOfAgent = new HashMap<>();
    private final Map<String, String> queues = new HashMap<>();
    private final Map<String, String> codesByName = new HashMap<>();
    private final Map<String, String> codesByDisplayName = new HashMap<>();
    private final String sourceId;

    private SwitchDirectory(long version, String sourceId) {
        this.version = version;
        this.sourceId = sourceId;
    }

    /** Reads the present version; throws {@link IllegalStateException} when Redis is away. */
    public static SwitchDirectory read(Directory directory, String switchName) {
        long version = directory.version();
        String source = directory
                .tenantName()
                .flatMap(name -> directory.find(MappingType.SOURCE, name))
                .map(Mapping::genesysCloudId)
                .orElse(null);
        SwitchDirectory copy = new SwitchDirectory(version, source);
        copy.agents(directory.agents(), switchName);
        copy.dns(directory, switchName);
        copy.wrapUpCodes(directory);
        return copy;
    }

    private void agents(List<Agent> agents, String switchName) {
        for (Agent agent : agents) {
            String dbid = Long.toString(agent.dbid());
            if (agent.userId() != null) {
                userOfAgent.put(dbid, agent.userId());
            }
            for (Agent.Login login : agent.logins()) {
                if (login.switchName().equals(switchName)) {
                    agentOfLogin.put(login.code(), dbid);
                }
            }
        }
    }

    private void dns(Directory directory, String switchName) {
        Map<String, String> numbersByAlias = new HashMap<>();
        for (Dn dn : directory.dns(switchName)) {
            switch (dn.type()) {
                case EXTENSION -> {
                    kinds.put(dn.number(), DnKind.EXTENSION);
                    if (dn.personDbid() != 0) {
                        agentOfPlace.put(dn.number(), Long.toString(dn.personDbid()));
                    }
                }
                case ROUTE_POINT -> kinds.putIfAbsent(dn.number(), DnKind.ROUTE_POINT);
                case OTHER -> kinds.putIfAbsent(dn.number(), DnKind.OTHER);
                case VIRTUAL_QUEUE -> {
                    kinds.putIfAbsent(dn.number(), DnKind.VIRTUAL_QUEUE);
                    numbersByAlias.put("vq:" + dn.number() + "@" + switchName, dn.number());
                }
            }
        }
        directory
                .findAll(MappingType.QUEUE, numbersByAlias.keySet())
                .forEach((alias, mapping) -> queues.put(numbersByAlias.get(alias), mapping.genesysCloudId()));
    }

    private void wrapUpCodes(Directory directory) {
        directory.forEach(MappingType.WRAPUP_CODE, mapping -> {
            codesByName.put(mapping.engageId(), mapping.genesysCloudId());
            if (mapping.name() != null) {
                codesByDisplayName.putIfAbsent(mapping.name(), mapping.genesysCloudId());
            }
        });
    }

    long version() {
        return version;
    }

    @Override
    public DnKind kind(String dn) {
        return kinds.getOrDefault(dn, DnKind.UNKNOWN);
    }

    @Override
    public String agentOfLogin(String loginCode) {
        return agentOfLogin.get(loginCode);
    }

    @Override
    public String agentOfPlace(String dn) {
        return agentOfPlace.get(dn);
    }

    @Override
    public String userOf(String agent) {
        return userOfAgent.get(agent);
    }

    @Override
    public String queueOf(String virtualQueue) {
        return queues.get(virtualQueue);
    }

    @Override
    public String wrapUpCodeOf(String value) {
        String code = codesByName.get(value);
        return code != null ? code : codesByDisplayName.get(value);
    }

    @Override
    public String sourceId() {
        return sourceId;
    }
}
