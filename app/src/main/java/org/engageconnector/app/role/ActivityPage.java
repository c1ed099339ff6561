package org.engageconnector.app.role;

import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.component.redis.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/activate}: lets this process work, or stand by, while it runs. All roles of the process follow. */
public final class ActivityPage {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityPage.class);

    private final Activity activity;

    ActivityPage(Activity activity) {
        this.activity = activity;
    }

    /** With {@code active=false} the process stands by; with {@code active=true}, or nothing, it works. */
    public void set(Exchange exchange) {
        String wanted = exchange.getMessage().getHeader("active", "true", String.class);
        if (!wanted.equals("true") && !wanted.equals("false")) {
            JsonAnswer.write(
                    exchange, 400, Map.of("code", "active.invalid", "message", "active is true or false, or left out"));
            return;
        }
        activity.active(wanted.equals("true"));
        LOG.info(
                "{}",
                activity.active()
                        ? "this instance is active: it asks for leases"
                        : "this instance stands by: it gives its leases to others and asks for none");
        JsonAnswer.write(exchange, 200, Map.of("active", activity.active()));
    }
}
