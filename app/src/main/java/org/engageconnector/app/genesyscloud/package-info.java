/**
 * The client side of Genesys Cloud in a role: HTTP client, token, pacer and the beans of the delivery routes.
 */
package org.engageconnector.app.genesyscloud;
