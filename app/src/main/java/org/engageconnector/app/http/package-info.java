/**
 * What every role serves on its port: health, metrics, status, and the bearer token in front of {@code /api/v1}. The paths
 * are REST routes in {@code routes/}; the beans behind them are here. No secret and no personal data leaves through them.
 */
package org.engageconnector.app.http;
