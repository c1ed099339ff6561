package org.engageconnector.app.replay.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.SeenEvent;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/**
 * Replaces numbers, names and ids of a call by those of the golden files' cast, the same one everywhere. What the default cast does
 * not have enough of goes on in the same way.
 */
final class Anonymous {

    private static final String[] QUEUES = {"VQ_Sales", "VQ_Support"};
    private static final String[] VALUES = {"Sold", "Complaint", "CallBack"};
    private static final int CAST_AGENTS = 3;
    private static final int CAST_CALLS = 3;
    private static final int CAST_PARTIES = 7;

    private final SiteDirectory site;
    private final Map<String, String> dns = new LinkedHashMap<>();
    private final Map<String, String> logins = new LinkedHashMap<>();
    private final Map<String, String> agents = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Anonymous(CallStory story, SiteDirectory site) {
        this.site = site;
        for (SeenEvent event : story.seen()) {
            Message message = event.message();
            String dn = message.text(TServerAttribute.THIS_DN);
            String login = message.text(TServerAttribute.AGENT_ID);
            if (event.family() == Family.EXTENSION && dn != null) {
                String agent = login != null ? site.agentOfLogin(login) : site.agentOfPlace(dn);
                if (agent != null && site.userOf(agent) != null && !dns.containsKey(dn)) {
                    int n = agents.containsKey(agent) ? agents.get(agent).charAt(0) - 'A' : agents.size();
                    agents.putIfAbsent(agent, Character.toString((char) ('A' + n)));
                    dns.put(dn, "500" + (n + 1));
                }
                if (login != null && agent != null && agents.containsKey(agent)) {
                    logins.put(login, "100" + (agents.get(agent).charAt(0) - 'A' + 1));
                }
            }
        }
        story.calls().forEach(this::call);
    }

    /** The symbol of an agent, by the directory's name of the agent. */
    String agent(String name) {
        return agents.computeIfAbsent(name, agent -> Character.toString((char) ('A' + agents.size())));
    }

    boolean fitsTheDefaultCast() {
        return agents.size() <= CAST_AGENTS
                && counts.getOrDefault("queue", 0) <= QUEUES.length
                && counts.getOrDefault("phone", 0) <= 1;
    }

    String login(String code) {
        return logins.computeIfAbsent(code, each -> Integer.toString(1900 + logins.size()));
    }

    String dn(String number) {
        return number == null ? null : dns.computeIfAbsent(number, this::fresh);
    }

    private String fresh(String number) {
        return switch (site.kind(number)) {
            case EXTENSION -> {
                String agent = site.agentOfPlace(number);
                if (agent != null && site.userOf(agent) != null) {
                    yield "500" + (agent(agent).charAt(0) - 'A' + 1);
                }
                yield Integer.toString(5100 - next("phone"));
            }
            case VIRTUAL_QUEUE -> {
                if (site.queueOf(number) == null) {
                    yield next("unmapped") == 1 ? "VQ_Unmapped" : "VQ_Unmapped_" + counts.get("unmapped");
                }
                int n = next("queue");
                yield n <= QUEUES.length ? QUEUES[n - 1] : "VQ_" + n;
            }
            case ROUTE_POINT -> Integer.toString(9000 + next("routes"));
            default ->
                number.matches("\\+?\\d{3,}")
                        ? Long.toString(41_791_234_566L + next("number"))
                        : "MSML_" + next("service");
        };
    }

    private int next(String kind) {
        return counts.merge(kind, 1, Integer::sum);
    }

    String call(String uuid) {
        return id("U", uuid, CAST_CALLS, "00O1K5VGQ8ABC2N5LAHG02LAES000%03d");
    }

    String conn(long conn) {
        return id("X", Long.toHexString(conn), CAST_CALLS, "0071029f5d0a1%03d");
    }

    String party(String uuid) {
        return id("P", uuid, CAST_PARTIES, "00O1K5VGQ8ABC2N5LAHG02LAES00P%03d");
    }

    String stay(String vqid) {
        return id("Q", vqid, CAST_CALLS, "00O1K5VGQ8ABC2N5LAHG02LAES00Q%03d");
    }

    /** A symbol of the cast; where it has none left, what such a symbol would stand for. */
    private String id(String letter, String value, int symbols, String form) {
        return ids.computeIfAbsent(letter + value, each -> {
            int n = next(letter);
            return n <= symbols ? letter + n : String.format(form, n);
        });
    }

    /** An attached value: one of the cast's wrap-up codes, or none of them where it is none. */
    String value(String value) {
        return values.computeIfAbsent(value, each -> {
            if (site.wrapUpCodeOf(each) == null) {
                return each.isEmpty() ? "" : "Value-" + next("value");
            }
            int n = next("code");
            return n <= VALUES.length ? VALUES[n - 1] : "Code-" + n;
        });
    }
}
