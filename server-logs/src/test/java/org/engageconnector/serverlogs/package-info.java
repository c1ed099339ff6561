/** What real logs look like, as far as that is public, and what must come of it. */
package org.engageconnector.serverlogs;
