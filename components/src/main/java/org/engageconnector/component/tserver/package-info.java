/**
 * The component {@code tserver:}: what a T-Server session watches and hands over. It knows DNs and Call Monitoring, but not
 * what an event means for a call; session life is that of {@code component.engage}.
 */
package org.engageconnector.component.tserver;
