package caixiang.station.print.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * From the bytes of an answer to its attributes. Lengths and nesting are checked on the raw bytes first (RFC 8010 §3),
 * because jipp takes negative lengths for sizes and recurses as deep as it is told.
 */
final class IppReplyReader {
    private static final int DEPTH_MAX = 16;
    private static final int FIXED_BYTES = 8;
    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int FIRST_VALUE_TAG = 0x10;
    private static final int BEGIN_COLLECTION = 0x34;
    private static final int END_COLLECTION = 0x37;

    private IppReplyReader() {}

    /** Throws an IOException, and nothing else, when this is no IPP message. */
    static IppPacket read(byte[] reply) throws IOException {
        try {
            check(ByteBuffer.wrap(reply));
            return new IppInputStream(new ByteArrayInputStream(reply)).readPacket();
        } catch (BufferUnderflowException e) {
            throw new IOException("the answer is cut short", e);
        } catch (RuntimeException e) {
            throw new IOException("the answer is no IPP message", e);
        }
    }

    private static void check(ByteBuffer reply) throws IOException {
        skip(reply, FIXED_BYTES);
        int depth = 0;
        for (int tag = reply.get(); tag != END_OF_ATTRIBUTES; tag = reply.get()) {
            if (tag >= 0 && tag < FIRST_VALUE_TAG) {
                continue;
            }
            skip(reply, reply.getShort());
            skip(reply, reply.getShort());
            if (tag == BEGIN_COLLECTION && ++depth > DEPTH_MAX) {
                throw new IOException("the answer nests collections deeper than " + DEPTH_MAX);
            }
            if (tag == END_COLLECTION) {
                depth--;
            }
        }
    }

    private static void skip(ByteBuffer reply, int length) throws IOException {
        if (length < 0 || length > reply.remaining()) {
            throw new IOException(
                    "the answer has a length of " + length + " where " + reply.remaining() + " bytes are left");
        }
        reply.position(reply.position() + length);
    }
}
