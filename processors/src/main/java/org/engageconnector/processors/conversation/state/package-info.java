/** What the engine remembers of a conversation, and how it is stored. Plain data; no rules, no clock. */
package org.engageconnector.processors.conversation.state;
