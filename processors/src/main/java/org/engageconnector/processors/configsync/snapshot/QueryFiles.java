package org.engageconnector.processors.configsync.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of the queries, read once from {@code <folder>/<dialect>/<query>.sql}. Comment lines are dropped, the word
 * {@code {schema}} is filled in. Immutable.
 */
public final class QueryFiles {

    private static final Pattern SCHEMA = Pattern.compile("[A-Za-z0-9_$#]+");

    private final Function<String, Path> files;
    private final Map<Query, String> texts = new EnumMap<>(Query.class);

    /**
     * Reads the files of one folder.
     *
     * @param folder the folder {@code config/sql}
     * @param schema of the Config DB's tables; empty for the connection's own
     * @throws IllegalArgumentException naming the file that cannot be read, or a schema that is not a plain name
     */
    public QueryFiles(Path folder, Dialect dialect, String schema) {
        this(folder.resolve(dialect.word())::resolve, schema);
    }

    /**
     * Reads the files of a dialect, wherever each is.
     *
     * @param files where the file of a name is
     */
    public QueryFiles(Function<String, Path> files, String schema) {
        this.files = files;
        String name = schema == null ? "" : schema.trim();
        if (!name.isEmpty() && !SCHEMA.matcher(name).matches()) {
            throw new IllegalArgumentException("ex.config-db.schema must be a plain name, letters, digits and _ $ #");
        }
        for (Query query : Query.values()) {
            texts.put(query, read(file(query)).replace("{schema}", name.isEmpty() ? "" : name + "."));
        }
    }

    public String text(Query query) {
        return texts.get(query);
    }

    /** Where a query stands, for messages. */
    public Path file(Query query) {
        return files.apply(query.fileName() + ".sql");
    }

    private static String read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.stripLeading().startsWith("--"))
                    .collect(Collectors.joining("\n"))
                    .strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("query file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
