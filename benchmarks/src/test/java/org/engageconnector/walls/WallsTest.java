package org.engageconnector.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.engageconnector", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String COMPONENTS = "org.engageconnector.component..";

    private static final String PROCESSORS = "org.engageconnector.processors..";

    private static final String SIMULATORS = "org.engageconnector.simulators..";

    private static final String DEMO = "org.engageconnector.demo..";

    private static final String TOOLS = "org.engageconnector.benchmarks..";

    private static final String SERVER_LOGS = "org.engageconnector.serverlogs..";

    private static final String PLATFORM_SDK = "org.engageconnector.platformsdk..";

    private static final String APP = "org.engageconnector.app..";

    private static final String[] HTTP_CLIENTS = {
        "java.net.http..", "org.apache.hc..", "org.apache.http..", "okhttp3..", "io.vertx.ext.web.client.."
    };

    @ArchTest
    static final ArchRule components_know_nobody_above_them = noClasses()
            .that()
            .resideOutsideOfPackages(
                    PROCESSORS,
                    SIMULATORS,
                    APP,
                    DEMO,
                    TOOLS,
                    "org.engageconnector.robustness..",
                    "org.engageconnector.walls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSORS, SIMULATORS, APP, DEMO);

    @ArchTest
    static final ArchRule rules_know_the_message_model_and_no_sockets_no_redis_no_database = noClasses()
            .that()
            .resideInAPackage(PROCESSORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    COMPONENTS, SIMULATORS, APP, "io.netty..", "io.lettuce..", "java.nio.channels..", "com.zaxxer..");

    @ArchTest
    static final ArchRule simulators_share_no_rule_and_no_component_with_the_connector = noClasses()
            .that()
            .resideInAPackage(SIMULATORS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSORS, COMPONENTS, APP, "org.engageconnector.journal..");

    @ArchTest
    static final ArchRule the_platform_sdk_knows_the_message_model_and_the_transport_only = noClasses()
            .that()
            .resideInAPackage(PLATFORM_SDK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    PROCESSORS,
                    COMPONENTS,
                    SIMULATORS,
                    APP,
                    DEMO,
                    SERVER_LOGS,
                    "org.engageconnector.journal..",
                    "org.engageconnector.directory..",
                    "org.apache.camel..",
                    "com.genesyslab..");

    @ArchTest
    static final ArchRule only_the_program_knows_the_platform_sdk = noClasses()
            .that()
            .resideOutsideOfPackages(PLATFORM_SDK, APP)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PLATFORM_SDK);

    @ArchTest
    static final ArchRule the_reader_of_server_logs_knows_the_message_model_only = noClasses()
            .that()
            .resideInAPackage(SERVER_LOGS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    PROCESSORS,
                    COMPONENTS,
                    SIMULATORS,
                    APP,
                    "org.engageconnector.journal..",
                    "org.engageconnector.directory..",
                    "java.net..",
                    "java.nio.channels..");

    @ArchTest
    static final ArchRule the_program_knows_neither_demo_nor_simulators = noClasses()
            .that()
            .resideInAPackage(APP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SIMULATORS, DEMO);

    @ArchTest
    static final ArchRule the_fault_suite_shares_no_rule_with_the_connector = noClasses()
            .that()
            .resideInAPackage("org.engageconnector.robustness..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSORS, COMPONENTS, APP, DEMO);

    /** The only classes that see an HTTP client configure the one of camel-http and bound its answers; requests are endpoints in routes. */
    @ArchTest
    static final ArchRule http_leaves_only_through_camel_http = noClasses()
            .that()
            .resideOutsideOfPackages(SIMULATORS, DEMO, TOOLS, "org.engageconnector.robustness..")
            .and()
            .haveNameNotMatching(
                    "org\\.engageconnector\\.(processors\\.delivery\\.(GenesysCloudHttp|BoundedEntity)|app\\.genesyscloud\\.OutboundProxy)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HTTP_CLIENTS);

    @ArchTest
    static final ArchRule nobody_opens_a_url = noClasses()
            .that()
            .resideOutsideOfPackages(SIMULATORS, DEMO, TOOLS, "org.engageconnector.robustness..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream");

    /** Journals are read and written by endpoints in routes; only the wiring constructs what is behind them. */
    @ArchTest
    static final ArchRule journals_are_reached_through_routes = noClasses()
            .that()
            .resideOutsideOfPackages(
                    COMPONENTS,
                    TOOLS,
                    "org.engageconnector.app.role..",
                    "org.engageconnector.app.genesyscloud..",
                    "org.engageconnector.app.deadletters..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.engageconnector.component.journal..");

    @ArchTest
    static final ArchRule no_package_needs_one_that_needs_it =
            slices().matching("org.engageconnector.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_named_for_their_job = classes()
            .that()
            .resideInAPackage("org.engageconnector..")
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)$");
}
