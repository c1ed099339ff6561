package org.engageconnector.serverlogs.text;

/** Which lines need a look: nine in ten of a log are passed over by their first and last byte. */
enum LineFilter {

    /** Every line. */
    ALL {
        @Override
        boolean wants(byte[] b, int from, int to) {
            return true;
        }
    },

    /** Outside of dumps: what may begin one. */
    HEADS {
        @Override
        boolean wants(byte[] b, int from, int to) {
            if (from >= to) {
                return false;
            }
            byte first = b[from];
            if (Stamps.digit(first)) {
                byte last = b[to - 1];
                return HeadLine.letter(last) || last == ')' || last == '\'' || last == ':';
            }
            return first == '@' || first == 'm' || first == '\'' || first == 'g' || first == 'P';
        }
    },

    /** In a dump that is passed over: its end, and texts that go on in the next line. */
    ENDS {
        @Override
        boolean wants(byte[] b, int from, int to) {
            return from >= to || b[from] != '\t' || b[to - 1] != '\'';
        }
    };

    /** @param to after the line's last byte, which may be its first when it is empty */
    abstract boolean wants(byte[] b, int from, int to);
}
