package org.engageconnector.processors.configsync.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs every query for one row and compares its result columns with the list in {@link Query}. */
public final class QueryCheck {

    private static final Pattern PARAMETER = Pattern.compile(":\\?(\\w+)");
    private static final int TIME_LIMIT_SECONDS = 30;

    private final QueryFiles files;
    private final long tenant;
    private final String wrapUpAttribute;

    public QueryCheck(QueryFiles files, long tenant, String wrapUpAttribute) {
        this.files = files;
        this.tenant = tenant;
        this.wrapUpAttribute = wrapUpAttribute;
    }

    /** What is wrong, one sentence per query file; empty when all is well. Needs a connection outside a transaction. */
    public List<String> problems(Connection connection, List<Query> queries) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Query query : queries) {
            String problem = problem(connection, query);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private String problem(Connection connection, Query query) throws SQLException {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(files.text(query));
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        try (PreparedStatement statement = connection.prepareStatement(matcher.replaceAll("?"))) {
            statement.setMaxRows(1);
            statement.setQueryTimeout(TIME_LIMIT_SECONDS);
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).equals("tenant")) {
                    statement.setLong(i + 1, tenant);
                } else {
                    statement.setString(i + 1, wrapUpAttribute);
                }
            }
            try (ResultSet result = statement.executeQuery()) {
                String missing = missing(query, result.getMetaData());
                return missing == null && query == Query.TENANT && !result.next() ? noTenant(tenant) : missing;
            }
        } catch (SQLException e) {
            if (!connection.isValid(5)) {
                throw e;
            }
            return "query file " + files.file(query) + " fails: " + firstLine(e)
                    + "; change the file to the tables and columns of your Config DB, or grant the right to read them";
        }
    }

    /** That the tenant is not there, with what to do. */
    static String noTenant(long tenant) {
        return "the Config DB has no enabled tenant with DBID " + tenant
                + "; check ex.tenant-id and ex.config-db.schema";
    }

    private String missing(Query query, ResultSetMetaData result) throws SQLException {
        Set<String> given = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i <= result.getColumnCount(); i++) {
            given.add(result.getColumnLabel(i));
        }
        List<String> missing = query.columns().stream()
                .filter(column -> !given.contains(column))
                .toList();
        return missing.isEmpty()
                ? null
                : "query file " + files.file(query) + " gives no column " + String.join(", ", missing)
                        + "; it must give " + String.join(", ", query.columns());
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getSQLState());
    }
}
