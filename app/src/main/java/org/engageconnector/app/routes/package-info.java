/**
 * Route files: which belong to a role, how they are loaded, checked and swapped while the role runs. No route is written in
 * Java; this package only carries YAML to Camel.
 */
package org.engageconnector.app.routes;
