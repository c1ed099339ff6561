/** What the requests to Genesys Cloud cost: counted by month, projected, and held against the allowance (docs/cost.md). */
package org.engageconnector.app.cost;
