package org.engageconnector.app.log;

import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;

/** {@code <MaskPersonalData/>} of config/log4j2.xml: every line and every error goes through {@link PersonalData}. */
@Plugin(name = "MaskPersonalData", category = Core.CATEGORY_NAME, elementType = "rewritePolicy", printObject = true)
public final class MaskPersonalData implements RewritePolicy {

    private MaskPersonalData() {}

    @PluginFactory
    public static MaskPersonalData create() {
        return new MaskPersonalData();
    }

    @Override
    public LogEvent rewrite(LogEvent event) {
        if (PersonalData.shown()) {
            return event;
        }
        String text = event.getMessage().getFormattedMessage();
        String masked = PersonalData.masked(text);
        Throwable thrown = event.getThrown();
        if (thrown == null && masked.equals(text)) {
            return event;
        }
        return new Log4jLogEvent.Builder(event)
                .setMessage(new SimpleMessage(masked))
                .setThrown(thrown == null ? null : MaskedError.of(thrown))
                .build();
    }
}
