package org.engageconnector.processors.configsync;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.PlanText;
import org.engageconnector.processors.configsync.plan.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the plan of a dry run: {@code config-sync-plan.json} and a table, {@code config-sync-plan.txt}. */
final class DryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

    private DryRun() {}

    /** @param stop why a real run would stop or leave something out; {@code null} when it would not */
    static void write(Path folder, Plan plan, String stop, List<Problem> problems) {
        try {
            Files.createDirectories(folder);
            Path json = folder.resolve("config-sync-plan.json");
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), json(plan, stop, problems));
            Path table = folder.resolve("config-sync-plan.txt");
            Files.writeString(table, PlanText.table(plan) + PlanText.notes(stop, problems));
            LOG.info(
                    "config-sync dry run: {} changes, written to {} and {}",
                    plan.changes().size(),
                    json,
                    table);
        } catch (IOException e) {
            LOG.warn("config-sync dry run: the plan could not be written to {}: {}", folder, e.getMessage());
        }
    }

    private static Map<String, Object> json(Plan plan, String stop, List<Problem> problems) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("safetyStop", stop);
        json.put("changes", PlanText.json(plan, Integer.MAX_VALUE));
        json.put("problems", problems);
        return json;
    }
}
