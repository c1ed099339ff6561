package org.engageconnector.component.journal.delivery;

import java.util.List;
import org.engageconnector.journal.DeliveryPath;

/**
 * What one request carries.
 *
 * @param items oldest first
 * @param halves the batch this one is a part of, when that is being sent in halves; else null
 */
record Batch(DeliveryPath path, List<Item> items, Halves halves) {}
