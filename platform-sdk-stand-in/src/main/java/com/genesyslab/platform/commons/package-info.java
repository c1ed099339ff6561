/** Stand-in for tests: names and shapes as public documentation has them, the rest is our own. */
package com.genesyslab.platform.commons;
