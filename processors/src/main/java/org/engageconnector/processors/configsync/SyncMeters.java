package org.engageconnector.processors.configsync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.engageconnector.processors.configsync.apply.Progress;
import org.engageconnector.processors.configsync.plan.ObjectKind;

/** The gauges that show how far a run is (docs/config-sync.md#metrics). */
final class SyncMeters {

    private SyncMeters() {}

    static void register(MeterRegistry meters, Progress progress) {
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind != ObjectKind.PRESENCE) {
                Gauge.builder("ex.config.sync.progress", () -> progress.ratio(kind))
                        .tag("phase", kind.word())
                        .register(meters);
            }
        }
        Gauge.builder("ex.config.sync.changes.done", () -> progress.view().done())
                .description("Changes that the run has made or given up")
                .register(meters);
        Gauge.builder("ex.config.sync.changes.to.do", () -> progress.view().toDo())
                .description("Changes of the run in all")
                .register(meters);
        Gauge.builder("ex.config.sync.time.left", () -> secondsLeft(progress.view()))
                .description("Time left at the pace so far")
                .baseUnit("seconds")
                .register(meters);
    }

    private static double secondsLeft(Progress.View view) {
        return view.secondsLeft() < 0 ? Double.NaN : view.secondsLeft();
    }
}
