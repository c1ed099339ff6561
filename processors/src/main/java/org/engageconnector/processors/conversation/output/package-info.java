/** From decisions to events: ids, times, JSON. No rules here. */
package org.engageconnector.processors.conversation.output;
