package org.engageconnector.processors.configsync.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code configSnapshot}: opens one transaction, hands its connection to every query of the route (camel-jdbc sees a
 * data source whose connections never really close), collects the rows and closes it. One reading per thread; the steps of a
 * reading must stay on one thread, so nothing asynchronous may stand between them in the route.
 */
public final class ConfigSnapshot extends BoundDataSource {

    /** Exchange property: the query that the SQL in the body belongs to. */
    public static final String QUERY = "EngageConfigQuery";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigSnapshot.class);

    private final DataSource pool;
    private final Dialect dialect;
    private final QueryFiles files;
    private final Scope scope;
    private final long tenant;
    private final String wrapUpAttribute;
    private final ThreadLocal<SnapshotBuilder> building = new ThreadLocal<>();
    private volatile boolean checked;

    /**
     * @param pool connections to the Config DB, with a time limit of its own
     * @param tenant DBID; 1, the Environment, is refused
     */
    public ConfigSnapshot(
            DataSource pool, Dialect dialect, QueryFiles files, Scope scope, long tenant, String wrapUpAttribute) {
        if (tenant <= 1) {
            throw new IllegalArgumentException("ex.tenant-id is " + tenant
                    + "; it must be the DBID of the tenant to sync, and the Environment (1) is never synced");
        }
        this.pool = pool;
        this.dialect = dialect;
        this.files = files;
        this.scope = scope;
        this.tenant = tenant;
        this.wrapUpAttribute = wrapUpAttribute;
    }

    /** First step: opens the transaction; the body becomes the list of queries to run. */
    public List<Query> begin() {
        release();
        try {
            if (!checked) {
                check();
            }
            Connection connection = pool.getConnection();
            bind(connection);
            dialect.begin(connection);
        } catch (SQLException e) {
            release();
            throw unreadable(e);
        }
        building.set(new SnapshotBuilder(scope, tenant));
        return scope.queries();
    }

    /** Per query: the body becomes its SQL, the headers its parameters. */
    public void query(Exchange exchange) {
        Query query = exchange.getMessage().getBody(Query.class);
        exchange.setProperty(QUERY, query);
        exchange.getMessage().setHeader("tenant", tenant);
        exchange.getMessage().setHeader("attribute", wrapUpAttribute);
        exchange.getMessage().setBody(files.text(query));
    }

    /** Per query: takes the rows as they stream in. */
    @SuppressWarnings("unchecked")
    public void rows(Exchange exchange) {
        Query query = exchange.getProperty(QUERY, Query.class);
        SnapshotBuilder builder = building.get();
        Iterator<Map<String, Object>> rows =
                (Iterator<Map<String, Object>>) exchange.getMessage().getBody(Iterator.class);
        while (rows.hasNext()) {
            builder.add(query, new Row(rows.next()));
        }
        exchange.getMessage().setBody(null);
    }

    /** Last step: the body becomes the {@link Snapshot}. */
    public Snapshot end() {
        Snapshot snapshot = building.get().build();
        building.remove();
        if (snapshot.tenantName() == null) {
            throw new ConfigDatabaseException(QueryCheck.noTenant(tenant), true, null);
        }
        return snapshot;
    }

    /** Ends the transaction and gives the connection back; harmless when there is none. */
    public void release() {
        if (building.get() != null) {
            checked = false; // the reading broke off: the next one looks at every query again and says which does not
            // work
            building.remove();
        }
        Connection connection = unbind();
        if (connection == null) {
            return;
        }
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("The Config DB connection did not close cleanly: {}", e.getSQLState());
        }
    }

    /** Compares every query with its fixed columns; throws {@link ConfigDatabaseException} naming file and column. */
    public void check() {
        try (Connection connection = pool.getConnection()) {
            List<String> problems =
                    new QueryCheck(files, tenant, wrapUpAttribute).problems(connection, scope.queries());
            if (!problems.isEmpty()) {
                throw new ConfigDatabaseException(String.join("\n", problems), true, null);
            }
            checked = true;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static ConfigDatabaseException unreadable(SQLException e) {
        SQLException deepest = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                deepest = sql;
            }
        }
        String state = String.valueOf(deepest.getSQLState());
        if (state.startsWith("28")) {
            return new ConfigDatabaseException(
                    "the Config DB refuses user or password; check ex.config-db.username and .password", true, e);
        }
        return new ConfigDatabaseException(
                "the Config DB cannot be reached or read: "
                        + String.valueOf(deepest.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("no reason given")
                        + " (SQL state " + state + "); check ex.config-db.url and that the database is up",
                false,
                e);
    }
}
