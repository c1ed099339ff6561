/** What all simulators share. */
package org.engageconnector.simulators;
