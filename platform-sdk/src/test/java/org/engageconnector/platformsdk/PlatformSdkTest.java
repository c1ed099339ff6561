package org.engageconnector.platformsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders as sites may have them. */
class PlatformSdkTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_none_and_one_without_jars_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> load(folder.resolve("absent")))
                .isInstanceOf(PlatformSdkException.class)
                .hasMessageContaining("absent is no folder; put the jars");
        assertThatThrownBy(() -> load(folder))
                .hasMessageContaining("no jars are in " + folder)
                .hasMessageContaining("put the jars");
    }

    @Test
    void jars_of_something_else_and_jars_that_are_broken_are_refused() throws IOException {
        StandIn.asItIs().jar(folder.resolve("other.jar"), entry -> entry.startsWith("org/"));
        assertThatThrownBy(() -> load(folder))
                .hasMessageContaining("none of the 1 jars")
                .hasMessageContaining("voiceprotocol");
        Files.writeString(folder.resolve("broken.jar"), "not a jar");
        assertThatThrownBy(() -> load(folder)).hasMessageContaining("broken.jar cannot be read");
    }

    @Test
    void half_of_the_jars_stops_with_everything_that_is_missing() {
        StandIn.asItIs()
                .jar(folder.resolve("voice.jar"), entry -> entry.contains("/voice/") || entry.startsWith("org/"));
        PlatformSdk sdk = load(folder);
        assertThat(sdk.report().works()).isFalse();
        assertThat(sdk.report().missing())
                .extracting(Missing::member)
                .contains("com.genesyslab.platform.commons.protocol.Message");
        assertThatThrownBy(() -> sdk.transport(Session.settings(ServerKind.T_SERVER, "", word -> {}), null))
                .isInstanceOf(PlatformSdkException.class)
                .hasMessageContaining("missing without which nothing works");
    }

    @Test
    void two_versions_are_refused_by_the_names_of_their_jars() {
        StandIn.asItIs().jar(folder.resolve("commons-853.jar"), entry -> true);
        StandIn.asItIs().jar(folder.resolve("commons-900.jar"), entry -> true);
        assertThatThrownBy(() -> load(folder))
                .hasMessageContaining("two versions")
                .hasMessageContaining("commons-853.jar and commons-900.jar");
    }

    @Test
    void an_old_netty_in_the_folder_is_no_business_of_ours() throws Exception {
        Path classes = folder.resolve("classes/io/netty/util");
        Files.createDirectories(classes);
        Path source = folder.resolve("Version.java");
        Files.writeString(
                source, "package io.netty.util; public class Version { public String toString() { return \"3.2\"; } }");
        javax.tools.ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("classes").toString(), source.toString());
        Path netty = folder.resolve("netty-3.2.jar");
        try (var zip = new java.util.jar.JarOutputStream(Files.newOutputStream(netty))) {
            zip.putNextEntry(new java.util.jar.JarEntry("io/netty/util/Version.class"));
            Files.copy(classes.resolve("Version.class"), zip);
        }
        Path site = StandIn.asItIs().beside(netty).folder();
        SdkClasses seen = new SdkClasses(SdkFolder.read(site));
        Class<?> theirs = seen.find("io.netty.util.Version");
        assertThat(theirs.getDeclaredConstructor().newInstance()).hasToString("3.2");
        assertThat(theirs).isNotEqualTo(io.netty.util.Version.class);
        assertThat(seen.find("org.engageconnector.message.Message")).isNull();
        assertThat(seen.find("org.slf4j.Logger")).isNull();
        assertThat(load(site).report().works()).isTrue();
    }

    @Test
    void the_version_is_what_the_manifests_say() {
        PlatformSdk sdk = load(StandIn.asItIs().version("900.10.7").folder());
        assertThat(sdk.report().summary())
                .contains("Platform SDK 900.10.7", "(1 jars)", "everything that is used is there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commons/protocol/ClientChannel.class",
                "commons/GEnum.class",
                "requests/queries/RequestQueryServer.class",
                "requests/RequestOpenStatistic.class",
                "events/EventServerInfo.class"
            })
    void what_nothing_works_without_stops(String entry) {
        SdkReport report = load(StandIn.asItIs().without(entry).folder()).report();
        assertThat(report.works()).isFalse();
        assertThat(report.missing().get(0).stops()).isTrue();
        assertThat(report.missing().get(0).toString()).contains("cannot work without it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestStartCallMonitoring",
                "events/EventMuteOn.class",
                "requests/RequestCloseStatistic.class",
                "dn/RequestUnregisterAddress.class"
            })
    void what_only_degrades_is_named_with_what_is_lost(String entry) {
        SdkReport report = load(StandIn.asItIs().without(entry).folder()).report();
        assertThat(report.works()).isTrue();
        assertThat(report.missing()).isNotEmpty().allSatisfy(missing -> {
            assertThat(missing.stops()).isFalse();
            assertThat(missing.lost()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public void setInvoker",
                "public void setClientPassword",
                "public void setTimeout",
                "public void setUseAddp",
                "public Object getMessageAttribute",
                "public void setInsensitivity"
            })
    void a_method_of_another_name_only_degrades(String method) {
        SdkReport report =
                load(StandIn.asItIs().edit(method, method + "Renamed").folder()).report();
        assertThat(report.works()).isTrue();
        assertThat(report.missing()).hasSize(1);
    }

    private static PlatformSdk load(Path from) {
        return PlatformSdk.load(from, AddpSettings.DEFAULT);
    }
}
