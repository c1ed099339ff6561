/** What the engine remembers of a conversation. Plain data; no rules, no clock. How it is stored is in {@code store}. */
package org.engageconnector.processors.conversation.state;
