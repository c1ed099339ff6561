/**
 * {@code replay}: a site's own SIP Server logs through the call engine, on virtual time. Nothing is sent anywhere (docs/replay.md).
 */
package org.engageconnector.app.replay;
