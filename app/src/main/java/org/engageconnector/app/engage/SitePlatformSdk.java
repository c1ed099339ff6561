package org.engageconnector.app.engage;

import java.nio.file.Path;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.platformsdk.AddpSettings;
import org.engageconnector.platformsdk.Missing;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.PlatformSdkException;
import org.engageconnector.platformsdk.SdkReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site's Platform SDK, one per process, where the settings ask for it. */
public final class SitePlatformSdk {

    private static final Logger LOG = LoggerFactory.getLogger(SitePlatformSdk.class);
    private static final String PATH = "ex.engage.platform-sdk.path";

    private SitePlatformSdk() {}

    /** Whether the settings ask for it. */
    public static boolean isWanted(RoleSettings settings) {
        return settings.text("ex.engage.transport").equals(PlatformSdk.NAME);
    }

    /** The site's SDK, after saying what was found. Ends the start when nothing can work with it. */
    public static PlatformSdk usable(RoleSettings settings) {
        PlatformSdk sdk = load(settings);
        SdkReport report = sdk.report();
        LOG.info("{}", report.summary());
        for (Missing missing : report.missing()) {
            LOG.warn("the Platform SDK has no {}", missing);
        }
        if (!report.works()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    report.summary() + "; the first: " + report.missing().get(0),
                    settings.value(PATH).origin(),
                    "put all jars of one version there; `validate` lists what is missing");
        }
        return sdk;
    }

    /** Looks through the folder; one that cannot be used at all is a failure with what to mend. */
    public static PlatformSdk load(RoleSettings settings) {
        if (settings.flag("ex.engage.platform-sdk.log")) {
            PlatformSdk.log();
        }
        if (settings.find(PATH).isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the transport platform-sdk needs " + PATH,
                    settings.value("ex.engage.transport").origin(),
                    "set it to the folder with the jars of the Platform SDK (docs/platform-sdk.md)");
        }
        try {
            return PlatformSdk.load(
                    Path.of(settings.text(PATH)), AddpSettings.parse(settings.text("ex.engage.platform-sdk.addp")));
        } catch (PlatformSdkException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, e.getMessage(), settings.value(PATH).origin(), "see docs/platform-sdk.md");
        }
    }
}
