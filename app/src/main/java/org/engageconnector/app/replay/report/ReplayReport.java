package org.engageconnector.app.replay.report;

import java.io.IOException;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.ToldEvent;

/** One form of what a replay shows. */
public interface ReplayReport {

    /** Genesys Cloud would be told this, now. */
    void told(ToldEvent event) throws IOException;

    /** Nothing more will be told of this call. */
    void over(CallStory story) throws IOException;

    /** The log is over. */
    void end(Summary summary) throws IOException;
}
