/** Which site keeps an organisation in step, written into the organisation itself (docs/config-sync.md#one-site). */
package org.engageconnector.processors.configsync.site;
