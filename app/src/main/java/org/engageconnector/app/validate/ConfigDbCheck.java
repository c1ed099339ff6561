package org.engageconnector.app.validate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.ConfigDbTls;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.QueryCheck;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.processors.configsync.snapshot.Scope;

/** Logs in to the Config DB and tries every query. */
final class ConfigDbCheck {

    private static final String CHECK = "config db";

    private static final int LOGIN_SECONDS = 10;

    private final Home home;

    private final RoleSettings settings;

    ConfigDbCheck(Home home, RoleSettings settings) {
        this.home = home;
        this.settings = settings;
    }

    List<Finding> run() {
        Properties login = new Properties();
        login.putAll(ConfigDbTls.properties(settings));
        settings.find("ex.config-db.username").ifPresent(text -> login.setProperty("user", text));
        settings.find("ex.config-db.password").ifPresent(text -> login.setProperty("password", text));
        DriverManager.setLoginTimeout(LOGIN_SECONDS);
        try (Connection connection = DriverManager.getConnection(settings.text("ex.config-db.url"), login)) {
            Dialect dialect = Dialect.parse(settings.text("ex.config-db.dialect"));
            QueryFiles files = new QueryFiles(
                    home.config().folder("sql").folder(dialect.word())::file,
                    settings.find("ex.config-db.schema").orElse(""));
            List<String> problems = new QueryCheck(
                            files, settings.number("ex.tenant-id"), settings.text("ex.config-sync.wrap-up-attribute"))
                    .problems(
                            connection,
                            Scope.parse(settings.text("ex.config-sync.scope")).queries());
            if (problems.isEmpty()) {
                return List.of(Finding.ok(CHECK, "every query gives its columns"));
            }
            List<Finding> findings = new ArrayList<>();
            problems.forEach(problem -> findings.add(Finding.bad(
                    CHECK,
                    ExitCode.REFUSED,
                    problem,
                    home.config().folder("sql").folder(dialect.word()).toString(),
                    "mend the file or the rights it names")));
            return findings;
        } catch (SQLException e) {
            return List.of(failed(e));
        } catch (RuntimeException e) {
            return List.of(Finding.bad(
                    CHECK,
                    ExitCode.USAGE,
                    e.getMessage(),
                    home.config().folder("sql").toString(),
                    "put the file back"));
        }
    }

    /** SQL states: 08 connection, 28 authorisation, 3D no such database, 53 and 57 the server does not take us now. */
    private Finding failed(SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (state.startsWith("28")) {
            return Finding.bad(
                    CHECK,
                    ExitCode.REFUSED,
                    "the database does not accept user and password",
                    "ex.config-db.username, "
                            + settings.value("ex.config-db.username").origin() + "; ex.config-db.password, "
                            + settings.value("ex.config-db.password").origin(),
                    "correct them, or give this user the right to log in");
        }
        boolean away =
                state.startsWith("08") || state.equals("null") || state.startsWith("57") || state.startsWith("53");
        return Finding.bad(
                CHECK,
                away ? ExitCode.UNREACHABLE : ExitCode.REFUSED,
                away
                        ? "the database cannot be reached (SQL state " + state + ")"
                        : "the database refuses (SQL state " + state + ")",
                "ex.config-db.url, " + settings.value("ex.config-db.url").origin(),
                "check host, port and database name, and that the JDBC driver for them is in the lib directory");
    }
}
