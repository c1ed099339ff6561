package org.engageconnector.processors.configsync;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.PlanText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the plan of a dry run: {@code config-sync-plan.json} and a table, {@code config-sync-plan.txt}. */
final class DryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

    private DryRun() {}

    static void write(Path folder, Plan plan) {
        try {
            Files.createDirectories(folder);
            Path json = folder.resolve("config-sync-plan.json");
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(json.toFile(), Map.of("changes", PlanText.json(plan, Integer.MAX_VALUE)));
            Path table = folder.resolve("config-sync-plan.txt");
            Files.writeString(table, PlanText.table(plan));
            LOG.info(
                    "config-sync dry run: {} changes, written to {} and {}",
                    plan.changes().size(),
                    json,
                    table);
        } catch (IOException e) {
            LOG.warn("config-sync dry run: the plan could not be written to {}: {}", folder, e.getMessage());
        }
    }
}
