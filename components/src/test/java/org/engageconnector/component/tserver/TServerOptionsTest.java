package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.UriParam;
import org.engageconnector.component.engage.EngageConfiguration;
import org.engageconnector.component.statserver.StatServerConfiguration;
import org.engageconnector.transport.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TServerOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tserver:A?primary=h:1&transport=platform-sdk | transport platform-sdk needs a bean of type",
                "tserver:A?primary=h:1&transport=smoke | 'smoke' is not one of tkv, platform-sdk",
                "tserver:A?primary=h:1&family=vq,trunk | family 'trunk' is not one of vq, extension, call",
                "tserver:A | no primary server is set",
                "tserver:A?primary=h:99999 | 'h:99999' is not host:port",
                "tserver:A?primary=h:1&keepAlive=0 | keepAlive 0, expected at least 1",
                "tserver:A?primary=h:1&maxFrame=2 | maxFrame 2, expected at least 4",
                "tserver:A?servers=A | 'A' in servers is not switch=primary",
                "tserver:A?servers=A=h:1,A=h:2 | switch A is named twice",
                "statserver:S?primary=h:1&openRate=fast | openRate 'fast', expected a number greater than 0",
                "statserver:S?primary=h:1&encoding=klingon | encoding 'klingon' is not known to this Java"
            })
    void aWrongOptionIsRefusedAtStartWithWhatIsExpected(String uri, String words) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from(uri.strip()).log("never");
                }
            });
            assertThatThrownBy(context::start).hasStackTraceContaining(words);
        }
    }

    @Test
    void severalPairsAreReadFromOneSetting() {
        assertThat(SipServers.parse("SIP_A=a1|a2:9000, SIP_B=b1:8001"))
                .containsEntry("SIP_A", List.of(new Member("primary", "a1", 8000), new Member("backup", "a2", 9000)))
                .containsEntry("SIP_B", List.of(new Member("primary", "b1", 8001)));
        assertThat(Member.pair("[::1]", "[::1]:7", 5))
                .containsExactly(new Member("primary", "[::1]", 5), new Member("backup", "[::1]", 7));
    }

    /** The catalog is committed: it must be made again (-Pgenerate-components) when an option changes. */
    @Test
    void theCatalogKnowsEveryOption() throws Exception {
        assertThat(catalog("tserver")).contains(names(TServerConfiguration.class));
        assertThat(catalog("statserver")).contains(names(StatServerConfiguration.class));
    }

    @Test
    void thePageOfEachComponentNamesEveryOption() throws Exception {
        for (String scheme : List.of("tserver", "statserver")) {
            String page = Files.readString(Path.of("src/main/docs/" + scheme + "-component.adoc"));
            Class<? extends EngageConfiguration> type =
                    scheme.equals("tserver") ? TServerConfiguration.class : StatServerConfiguration.class;
            assertThat(options(type)).allSatisfy(option -> assertThat(page).contains("| `" + option + "` |"));
        }
    }

    @Test
    void aPasswordIsShownNowhere() {
        assertThat(new TServerProtocol.Identity("A", Family.CALL, "one", "app", "hidden").toString())
                .doesNotContain("hidden");
    }

    private static String[] names(Class<? extends EngageConfiguration> type) {
        return options(type).stream()
                .map(name -> '"' + name + "\": { \"index\"")
                .toArray(String[]::new);
    }

    private static List<String> options(Class<? extends EngageConfiguration> type) {
        return Stream.of(type, EngageConfiguration.class)
                .flatMap(from -> Stream.of(from.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(UriParam.class))
                .map(Field::getName)
                .toList();
    }

    private static String catalog(String scheme) throws Exception {
        String path = "/META-INF/org/engageconnector/component/" + scheme + "/" + scheme + ".json";
        try (InputStream in = TServerOptionsTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
