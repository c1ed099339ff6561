package org.engageconnector.simulators.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A site is the same for the same options, and holds together. */
class SiteGeneratorTest {

    private static final Path SHARED =
            Path.of("../../shared/spec/config-db.sql").toAbsolutePath().normalize();

    @Test
    void theSameSeedMakesTheSameSite() {
        assertThat(SiteGenerator.generate(new SiteOptions(50, 2, 4)))
                .isEqualTo(SiteGenerator.generate(new SiteOptions(50, 2, 4)))
                .isNotEqualTo(SiteGenerator.generate(new SiteOptions(50, 2, 5)));
    }

    @Test
    void peopleAreUniqueAndNumbersOnlyOnTheirSwitch() {
        Site site = SiteGenerator.generate(new SiteOptions(300, 2, 4));
        assertThat(site.agents()).extracting(SiteAgent::employeeId).doesNotHaveDuplicates();
        assertThat(site.agents()).extracting(SiteAgent::email).doesNotHaveDuplicates();
        assertThat(site.agents()).extracting(SiteAgent::dbid).doesNotHaveDuplicates();
        assertThat(site.agents()).extracting(a -> a.switchName() + a.dn()).doesNotHaveDuplicates();
        assertThat(site.agentsOf("SIP_A"))
                .extracting(SiteAgent::dn)
                .containsAll(site.agentsOf("SIP_B").stream().map(SiteAgent::dn).toList());
    }

    @Test
    void theFirstSwitchHasAQueueThatGenesysCloudRefuses() {
        assertThat(SiteGenerator.generate(new SiteOptions(5, 2, 4)).queues())
                .filteredOn(q -> !q.mapped())
                .extracting(SiteQueue::switchName, SiteQueue::displayName)
                .containsExactly(tuple("SIP_A", "VQ_Unmapped"));
    }

    static boolean theSharedSchemaIsThere() {
        return Files.exists(SHARED);
    }

    @Test
    @EnabledIf("theSharedSchemaIsThere")
    void theSchemaIsTheSharedOne() throws IOException {
        assertThat(withoutComments(ConfigDatabase.schema())).isEqualTo(withoutComments(Files.readString(SHARED)));
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)^--.*\n", "");
    }
}
