package org.engageconnector.processors.configsync.snapshot;

import java.util.Map;
import java.util.TreeMap;

/** A result row whatever case the database gives column names and whatever type it gives numbers. */
public final class Row {

    private final Map<String, Object> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Row(Map<String, ?> columns) {
        this.columns.putAll(columns);
    }

    /** Trimmed, since some databases pad with blanks; empty for NULL. */
    public String text(String column) {
        return raw(column).trim();
    }

    /** Not trimmed; empty for NULL. */
    public String raw(String column) {
        Object value = columns.get(column);
        return value == null ? "" : value.toString();
    }

    /** 0 for NULL; throws {@link IllegalArgumentException} naming the column when it is no number. */
    public long number(String column) {
        Object value = columns.get(column);
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        try {
            return Long.parseLong(value.toString().trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("column " + column + " holds no number", e);
        }
    }
}
