package org.engageconnector.app.role;

import org.apache.camel.ErrorHandlerFactory;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;

/**
 * What a route does with an exception: one log line, no second try. Trying again is the business of journals and delivery, which
 * know what may be repeated; a stack trace per failed request would bury the line that matters when a neighbour is away.
 */
final class RouteErrors {

    private RouteErrors() {}

    static ErrorHandlerFactory oneLine() {
        RedeliveryPolicyDefinition policy = new RedeliveryPolicyDefinition();
        policy.setMaximumRedeliveries("0");
        policy.setLogStackTrace("false");
        policy.setLogExhaustedMessageHistory("false");
        DefaultErrorHandlerDefinition handler = new DefaultErrorHandlerDefinition();
        handler.setRedeliveryPolicy(policy);
        return handler;
    }
}
