/**
 * What the rules see of a journal: entries, and the step that consumes some and produces others as one commit. Plain Java;
 * the Redis side is {@code component.journal}. Source: docs/delivery.md, docs/guarantees.md.
 */
@NullMarked
package org.engageconnector.journal;

import org.jspecify.annotations.NullMarked;
