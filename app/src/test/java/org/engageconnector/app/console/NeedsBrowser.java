package org.engageconnector.app.console;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test where no browser is; with {@code -Dengage.browser=required}, as CI has it, it fails there. */
final class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        if ("required".equals(System.getProperty("engage.browser"))) {
            throw new IllegalStateException(
                    "no Chromium or Chrome was found, and -Dengage.browser=required: install the package chromium, or set CHROMIUM");
        }
        return ConditionEvaluationResult.disabled(
                "no Chromium or Chrome was found: install the package chromium, or set CHROMIUM to one");
    }
}
