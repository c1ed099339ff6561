/** What the roles say of themselves while something that they live on refuses them. */
package org.engageconnector.app.health;
