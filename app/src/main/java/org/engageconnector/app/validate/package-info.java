/**
 * The checks of {@code validate}: configuration, routes and mapping files first, then every dependency in turn, one line each.
 * Nothing here changes anything anywhere; every wait has a time limit.
 */
package org.engageconnector.app.validate;
