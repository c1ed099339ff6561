package org.engageconnector.simulators.engage.serverlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteQueue;
import org.engageconnector.simulators.site.SiteSwitch;

/** Writes who is who at a switch beside its logs, as {@code site.yaml}: what a log alone does not say (docs/replay.md). */
public final class SiteYaml {

    private static final String NAME = "site.yaml";

    private SiteYaml() {}

    /**
     * Writes the file; one that is there is replaced.
     *
     * @param user employee id to id of the Genesys Cloud user; empty where it is not known
     * @param queue number of a mapped virtual queue to id of the queue
     * @param code attached value to id of the wrap-up code
     */
    public static void write(
            Path folder,
            Site site,
            SiteSwitch of,
            UnaryOperator<String> user,
            UnaryOperator<String> queue,
            UnaryOperator<String> code) {
        StringBuilder text = new StringBuilder("# who is who in the logs beside this file; `replay` reads it\n");
        text.append("switch: ").append(quoted(of.name())).append("\ntenant: ").append(quoted("" + site.tenantDbid()));
        text.append("\nagents:\n");
        for (SiteAgent agent : site.agentsOf(of.name())) {
            text.append("  ")
                    .append(quoted(agent.employeeId()))
                    .append(": {dn: ")
                    .append(quoted(agent.dn()))
                    .append(", loginCode: ")
                    .append(quoted(agent.loginCode()))
                    .append(", employeeId: ")
                    .append(quoted(agent.employeeId()));
            String id = user.apply(agent.employeeId());
            text.append(id.isEmpty() ? "" : ", user: " + quoted(id)).append("}\n");
        }
        List<SiteQueue> queues = site.queuesOf(of.name());
        text.append("queues:\n");
        queues.stream()
                .filter(SiteQueue::mapped)
                .forEach(each -> text.append("  ")
                        .append(quoted(each.number()))
                        .append(": ")
                        .append(quoted(queue.apply(each.number())))
                        .append('\n'));
        List<String> unmapped = queues.stream()
                .filter(each -> !each.mapped())
                .map(SiteQueue::number)
                .toList();
        text.append("unmapped: {extensions: ").append(list(of.spareExtensions()));
        text.append(", queues: ").append(list(unmapped)).append("}\n");
        text.append("noLeg: {routePoints: ").append(list(of.routePoints())).append("}\n");
        text.append("wrapUpCodes:\n");
        site.dispositions()
                .keySet()
                .forEach(value -> text.append("  ")
                        .append(quoted(value))
                        .append(": ")
                        .append(quoted(code.apply(value)))
                        .append('\n'));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(NAME), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The site file in " + folder + " cannot be written", e);
        }
    }

    private static String list(List<String> texts) {
        return texts.stream().map(SiteYaml::quoted).toList().toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
