package org.engageconnector.processors.configsync.snapshot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** The databases a Config DB may live in, and how each gives one consistent picture without disturbing its writers. */
public enum Dialect {
    /** REPEATABLE READ is a snapshot there and takes no lock that a writer would wait for. */
    POSTGRESQL {
        @Override
        void begin(Connection connection) throws SQLException {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
    },
    /** SET TRANSACTION READ ONLY fixes the picture at the first statement. */
    ORACLE {
        @Override
        void begin(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION READ ONLY");
            }
        }
    },
    /** SNAPSHOT where the database allows it, else READ COMMITTED; never REPEATABLE READ, which would lock a live Config DB. */
    SQLSERVER {
        @Override
        void begin(Connection connection) throws SQLException {
            int isolation = snapshotAllowed(connection) ? SQL_SERVER_SNAPSHOT : Connection.TRANSACTION_READ_COMMITTED;
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
        }

        private boolean snapshotAllowed(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT snapshot_isolation_state FROM sys.databases WHERE name = DB_NAME()")) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    };

    /** Microsoft's driver's number for SNAPSHOT; java.sql has none. */
    private static final int SQL_SERVER_SNAPSHOT = 0x1000;

    abstract void begin(Connection connection) throws SQLException;

    /** The folder of its query files, and its word in {@code ex.config-db.dialect}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Dialect parse(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word().equals(word.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "ex.config-db.dialect is \"" + word + "\"; use postgresql, oracle or sqlserver"));
    }
}
