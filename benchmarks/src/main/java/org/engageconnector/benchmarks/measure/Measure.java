package org.engageconnector.benchmarks.measure;

import java.util.List;

/** One row of the performance page, or several that come out of one run. */
public interface Measure {

    /** The rows, for example {@code P7}. */
    List<String> rows();

    /** Measures; may take minutes, says what it is doing on standard error. */
    List<Figure> run(Options options) throws Exception;

    /**
     * How thoroughly.
     *
     * @param quick shortens every run to what shows that it works; its figures are not for the report
     */
    record Options(boolean quick) {}
}
