/**
 * What every role serves on its port: health, metrics, and the guards in front of all paths. The paths are REST routes in
 * {@code routes/}; beans that know a role's parts (status, calls, agents) are in {@code role}. No secret and no personal
 * data leaves through them.
 */
package org.engageconnector.app.http;
