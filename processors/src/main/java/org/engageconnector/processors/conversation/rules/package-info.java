/** The rules of docs/call-rules.md, one class per family. Pure: evidence and the clock in, events out. */
package org.engageconnector.processors.conversation.rules;
