package org.engageconnector.app.replay.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.ToldEvent;
import org.engageconnector.app.replay.site.ReplaySite;

/** {@code --format golden}: a file for each call, in a folder, or the first call on standard output. */
public final class GoldenFiles implements ReplayReport {

    private static final int MOST = 1_000;

    private final PrintStream out;
    private final PrintStream err;
    private final Path folder;
    private final ReplaySite site;
    private int calls;

    /** @param folder {@code null} for standard output */
    public GoldenFiles(PrintStream out, PrintStream err, Path folder, ReplaySite site) {
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.site = site;
    }

    @Override
    public void told(ToldEvent event) {
        // written with its call
    }

    @Override
    public void over(CallStory story) throws IOException {
        calls++;
        String name = "call-" + calls;
        if (folder == null) {
            if (calls == 1) {
                out.print(new GoldenText(story, site).text(name));
            }
        } else if (calls <= MOST) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".yaml"), new GoldenText(story, site).text(name));
        }
    }

    @Override
    public void end(Summary summary) {
        out.flush();
        if (folder == null && calls > 1) {
            err.println("engage-connector: " + calls + " calls; the first is shown. Choose one with --call, or name a"
                    + " folder with --out");
        } else if (calls > MOST) {
            err.println("engage-connector: " + calls + " calls; the first " + MOST + " are written to " + folder);
        } else if (folder != null) {
            err.println("engage-connector: golden files written to " + folder + ": " + calls);
        }
    }
}
