/**
 * Certificates of the customer's network: own authorities, our client certificate, the certificate of our ports. Files are
 * named by settings and read here; nothing of a key leaves through a message.
 */
package org.engageconnector.app.tls;
