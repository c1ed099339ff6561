package org.engageconnector.simulators.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes a {@link Site} from its options.
 *
 * <p>Every switch uses the same numbers for its DNs and logins, as real switches do: a number means something only together
 * with its switch.
 */
public final class SiteGenerator {

    /** DBID of the tenant that is synced; 1 is Environment and never is. */
    public static final int TENANT_DBID = 101;

    /** The queue of the first switch that Genesys Cloud refuses by its name. */
    public static final String UNMAPPED_QUEUE = "VQ_Unmapped";

    private static final String[] QUEUES = {"Sales", "Support", "Billing", "Service"};
    private static final String[] FIRST = {
        "Anna", "Beat", "Carla", "Dario", "Elif", "Franz", "Gita", "Hugo", "Ines", "Jonas", "Karin", "Luca", "Mira",
        "Nils", "Olga", "Pavel", "Rosa", "Samir", "Tina", "Urs", "Vera", "Wim", "Yara", "Zoe"
    };
    private static final String[] LAST = {
        "Ammann", "Brunner", "Costa", "Dubois", "Egger", "Favre", "Gerber", "Huber", "Iten", "Jost", "Keller", "Lang",
        "Meier", "Novak", "Olsen", "Peters", "Roth", "Sutter", "Tanner", "Ueli", "Vogel", "Weber", "Young", "Zeller"
    };
    private static final List<String> SKILLS =
            List.of("English", "German", "French", "Sales", "Support", "Billing", "VIP");

    private SiteGenerator() {}

    /** The site of these options. */
    public static Site generate(SiteOptions options) {
        RandomGenerator random = new SplittableRandom(options.seed());
        List<SiteSwitch> switches = new ArrayList<>();
        List<SiteQueue> queues = new ArrayList<>();
        for (int i = 0; i < options.switches(); i++) {
            String name = "SIP_" + (char) ('A' + i);
            int spare = Math.max(5, options.agents() / options.switches() / 10);
            List<String> spares =
                    IntStream.range(0, spare).mapToObj(n -> "" + (300_001 + n)).toList();
            switches.add(new SiteSwitch(10 + i, name, List.of("9001", "9002"), spares));
            addQueues(queues, i, name);
        }
        List<SiteAgent> agents = new ArrayList<>();
        int[] perSwitch = new int[options.switches()];
        for (int i = 0; i < options.agents(); i++) {
            int s = i % options.switches();
            agents.add(agent(i, switches.get(s).name(), perSwitch[s]++, random));
        }
        return new Site(
                TENANT_DBID,
                "Resources",
                List.copyOf(switches),
                List.copyOf(agents),
                List.copyOf(queues),
                SKILLS,
                ordered("Sold", "Sold", "Complaint", "Customer complained", "Rückruf", "Rückruf verlangt"),
                ordered(
                        "LUNCH",
                        "Lunch",
                        "BREAK",
                        "Short break",
                        "MEETING",
                        "Meeting",
                        "TRAINING",
                        "Training",
                        "ADMIN",
                        "Paperwork"));
    }

    private static void addQueues(List<SiteQueue> queues, int switchIndex, String switchName) {
        for (int q = 0; q < QUEUES.length; q++) {
            String number = "VQ_" + QUEUES[q];
            // the last queue has no annex: the agent group named as the queue is its own
            boolean annex = q < QUEUES.length - 1;
            queues.add(new SiteQueue(
                    2_000_000 + switchIndex * 100 + q,
                    switchName,
                    number,
                    switchIndex == 0 ? null : number + "_" + switchName,
                    annex ? "AG_" + QUEUES[q] : number,
                    annex || switchIndex > 0,
                    true));
        }
        // another switch's would get the name <number>_<switch>, which is not refused
        if (switchIndex == 0) {
            queues.add(new SiteQueue(2_000_000 + QUEUES.length, switchName, UNMAPPED_QUEUE, null, null, false, false));
        }
    }

    private static SiteAgent agent(int index, String switchName, int onSwitch, RandomGenerator random) {
        String first = FIRST[random.nextInt(FIRST.length)];
        String last = LAST[random.nextInt(LAST.length)];
        String number = String.format("%04d", index + 1);
        String dn = "" + (200_001 + onSwitch);
        Map<String, Integer> skills = new TreeMap<>();
        int count = 1 + random.nextInt(3);
        while (skills.size() < count) {
            skills.put(SKILLS.get(random.nextInt(SKILLS.size())), 1 + random.nextInt(10));
        }
        int queue = random.nextInt(QUEUES.length);
        return new SiteAgent(
                1_001 + index,
                switchName,
                "agent" + number,
                first.toLowerCase() + "." + last.toLowerCase() + number,
                first,
                last,
                first.toLowerCase() + "." + last.toLowerCase() + "." + number + "@example.com",
                "" + (100_001 + onSwitch),
                dn,
                "P_" + switchName + "_" + dn,
                Map.copyOf(skills),
                queue == QUEUES.length - 1 ? "VQ_" + QUEUES[queue] : "AG_" + QUEUES[queue]);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
