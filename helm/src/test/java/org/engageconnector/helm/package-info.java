/** The Helm chart, rendered by Helm itself in this process, without a cluster: docs/kubernetes.md. */
package org.engageconnector.helm;
