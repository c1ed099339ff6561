/**
 * From an entry of the journal to evidence: the message is read, its DN is looked up, its agent and user are found.
 */
package org.engageconnector.processors.conversation.intake;
