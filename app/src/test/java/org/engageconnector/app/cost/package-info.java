/** Requests are counted and projected as they are charged. */
package org.engageconnector.app.cost;
