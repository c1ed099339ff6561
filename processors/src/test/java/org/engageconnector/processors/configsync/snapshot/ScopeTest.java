package org.engageconnector.processors.configsync.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
