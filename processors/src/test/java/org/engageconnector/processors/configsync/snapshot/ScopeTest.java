package org.engageconnector.processors.configsync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.engageconnector.processors.configsync.plan.Confirmed;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.plan.WantedBuilder;
import org.junit.jupiter.api.Test;

/** The setting ex.config-sync.scope. */
class ScopeTest {

    @Test
    void allAnnexAndAgentGroupsAreUnderstood() {
        assertThat(Scope.parse("all").kind()).isEqualTo(Scope.Kind.ALL);
        assertThat(Scope.parse(" annex ").kind()).isEqualTo(Scope.Kind.ANNEX);
        assertThat(Scope.parse("agent-groups=Sales, Support desk ,").groups())
                .containsExactlyInAnyOrder("Sales", "Support desk");
    }

    @Test
    void anythingElseIsRefusedWithWhatWouldDo() {
        assertThatThrownBy(() -> Scope.parse("some")).hasMessageContaining("use all, annex, or agent-groups=");
        assertThatThrownBy(() -> Scope.parse("agent-groups=")).hasMessageContaining("at least one name");
    }

    @Test
    void onlyTheQueriesThatTheScopeNeedsAreRun() {
        assertThat(Scope.parse("all").queries()).doesNotContain(Query.SCOPE_ANNEX, Query.SCOPE_AGENT_GROUPS);
        assertThat(Scope.parse("annex").queries()).contains(Query.SCOPE_ANNEX);
    }

    @Test
    void anAgentGroupThatGivesNobodyIsReportedWithTheSettingToCorrect() {
        SnapshotBuilder builder = new SnapshotBuilder(Scope.parse("agent-groups=Sales, Suport"), 101);
        builder.add(Query.TENANT, new Row(Map.of("dbid", 101, "name", "Resources")));
        builder.add(Query.SCOPE_AGENT_GROUPS, new Row(Map.of("person_dbid", 1, "group_name", "Sales")));
        builder.add(Query.SCOPE_AGENT_GROUPS, new Row(Map.of("person_dbid", 2, "group_name", "Support")));
        Snapshot snapshot = builder.build();
        assertThat(snapshot.chosen()).containsExactly(1L);
        assertThat(WantedBuilder.build(
                                snapshot,
                                new SyncRules(101, null, 10),
                                new Confirmed(Map.of(), Map.of(), Map.of(), Map.of(), null))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("agent group \"Suport\" of ex.config-sync.scope");
                    assertThat(problem.advice()).contains("correct the name in ex.config-sync.scope");
                });
    }
}
