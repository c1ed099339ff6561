package org.engageconnector.journal;

import java.util.Map;

/** An entry that is to be appended; its fields are those of {@link JournalEntry}. */
public record NewEntry(String key, String kind, Map<String, String> headers, byte[] body) {}
