/** The rules of the conversation mapping, one class per family. Pure: evidence and the clock in, events out. */
package org.engageconnector.processors.conversation.rules;
