package org.engageconnector.app.validate;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where tinyproxy is not; with {@code -Dengage.proxy=required}, as CI has it, it fails there. */
final class NeedsProxy implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Tinyproxy.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("tinyproxy is there");
        }
        if ("required".equals(System.getProperty("engage.proxy"))) {
            throw new IllegalStateException(
                    "no tinyproxy was found, and -Dengage.proxy=required: install the package tinyproxy-bin");
        }
        return ConditionEvaluationResult.disabled("no tinyproxy was found: install the package tinyproxy-bin");
    }
}
