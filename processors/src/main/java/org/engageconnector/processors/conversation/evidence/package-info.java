/** Evidence: what the three streams say, in words of one kind. No rules here. */
package org.engageconnector.processors.conversation.evidence;
