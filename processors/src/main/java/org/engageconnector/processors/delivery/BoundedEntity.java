package org.engageconnector.processors.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** The body of an answer, unpacked, that ends with an error when it is longer than any answer of Genesys Cloud is. */
final class BoundedEntity extends HttpEntityWrapper {

    /** The longest answer that is read; a page of 100 users with their skills has about 1 MB. */
    static final long MOST_BYTES = 8L << 20;

    BoundedEntity(HttpEntity whole) {
        super(whole);
    }

    @Override
    public InputStream getContent() throws IOException {
        check(getContentLength());
        InputStream content = super.getContent();
        return content == null ? null : new Bounded(content);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream content = getContent()) {
            if (content != null) {
                content.transferTo(out);
            }
        }
    }

    private static void check(long bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException(
                    "The answer has more than " + MOST_BYTES
                            + " bytes and is not read: is ex.genesys-cloud.api-url (or .login-url) right, or a proxy in between?");
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long read;

        Bounded(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                check(++read);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                read += count;
                check(read);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            read += skipped;
            check(read);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
