/**
 * The stored form of conversations: compact, versioned, forward compatible (a newer version reads an older form; what an older
 * form lacks has its default). No rules here.
 */
package org.engageconnector.processors.conversation.store;
