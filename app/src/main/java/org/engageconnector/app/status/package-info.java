/** What running roles report of themselves, kept in Redis so that {@code status} finds them wherever they run. */
package org.engageconnector.app.status;
