package org.engageconnector.app.validate;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.engage.SitePlatformSdk;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.platformsdk.Missing;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.SdkReport;

/** Looks through the site's folder of the Platform SDK: which version, what is missing, and what is lost by it. */
final class PlatformSdkCheck {

    private static final String CHECK = "platform sdk";
    private static final String PATH = "ex.engage.platform-sdk.path";

    private final RoleSettings settings;

    PlatformSdkCheck(RoleSettings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        String where = PATH + ", " + settings.value(PATH).origin();
        try (PlatformSdk sdk = SitePlatformSdk.load(settings)) {
            SdkReport report = sdk.report();
            List<Finding> findings = new ArrayList<>();
            if (report.works()) {
                findings.add(Finding.ok(CHECK, report.summary()));
            }
            for (Missing missing : report.missing()) {
                findings.add(
                        missing.stops()
                                ? Finding.bad(
                                        CHECK,
                                        ExitCode.USAGE,
                                        "has no " + missing,
                                        where,
                                        "put all jars of one version there (docs/platform-sdk.md)")
                                : Finding.warn(CHECK, "has no " + missing));
            }
            return findings;
        } catch (CommandFailure failure) {
            return List.of(Finding.bad(
                    CHECK,
                    failure.exitCode(),
                    failure.problems().get(0).what(),
                    where,
                    failure.problems().get(0).next()));
        }
    }
}
