package org.engageconnector.app.cli;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.engageconnector.app.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: help and version. */
@Command(
        name = "engage-connector",
        versionProvider = RootCommand.Versions.class,
        synopsisSubcommandLabel = "<command>",
        description = "Keeps a Genesys Cloud EX organisation in step with a Genesys Engage site.",
        commandListHeading = "%nCommands:%n",
        subcommands = RootCommand.VersionCommand.class,
        footer = {
            "",
            "Settings: docs/configuration.md. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,",
            "3 a dependency cannot be reached, 4 a dependency refused."
        })
final class RootCommand {

    @Option(names = "--version", versionHelp = true, description = "Shows the versions of the program, Camel and Java.")
    private boolean version;

    /** {@code version}: the same as the option. */
    @Command(name = "version", description = "Shows the versions of the program, Camel and Java.")
    static final class VersionCommand implements ProgramCommand {

        @Spec
        private CommandSpec spec;

        @Override
        public ExitCode call() {
            spec.parent().commandLine().printVersionHelp(spec.commandLine().getOut());
            return ExitCode.DONE;
        }
    }

    /** As the manifest has it: what runs from classes, as tests do, has none. */
    static final class Versions implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "engage-connector %s, Camel %s, Java %s"
                        .formatted(
                                Optional.ofNullable(
                                                RootCommand.class.getPackage().getImplementationVersion())
                                        .orElse("(not packaged)"),
                                CamelContext.class.getPackage().getImplementationVersion(),
                                Runtime.version())
            };
        }
    }
}
