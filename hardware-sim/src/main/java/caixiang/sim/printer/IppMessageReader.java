package caixiang.sim.printer;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads the attributes of one IPP request and leaves the stream at the first byte of the document. Lengths, total size
 * and nesting are checked on the raw bytes before anything is decoded, because jipp recurses as deep as it is told and
 * reads past the end-of-attributes tag.
 */
final class IppMessageReader {
    static final int ATTRIBUTE_BYTES_MAX = 64 * 1024;
    private static final int COLLECTION_DEPTH_MAX = 8;
    private static final int FIXED_BYTES = 8;

    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int FIRST_VALUE_TAG = 0x10;
    private static final int BEGIN_COLLECTION = 0x34;
    private static final int END_COLLECTION = 0x37;
    /** RFC 8010 §3.1.4: lengths are SIGNED-SHORT and not negative. */
    private static final int LENGTH_MAX = 0x7FFF;

    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private int version;
    private int requestId;

    private IppMessageReader(InputStream in) {
        this.in = in;
    }

    /** Throws {@link MalformedMessageException} for wrong bytes, another IOException when the connection fails. */
    static IppPacket read(InputStream in) throws IOException {
        return new IppMessageReader(in).read();
    }

    private IppPacket read() throws IOException {
        copy(FIXED_BYTES);
        ByteBuffer fixed = ByteBuffer.wrap(bytes.toByteArray());
        version = fixed.getShort(0) & 0xFFFF;
        requestId = fixed.getInt(4);
        copyAttributeGroups();
        try {
            return new IppInputStream(new ByteArrayInputStream(bytes.toByteArray())).readPacket();
        } catch (IOException | RuntimeException e) {
            throw malformed("a value does not fit its syntax: " + e.getMessage());
        }
    }

    private void copyAttributeGroups() throws IOException {
        boolean inGroup = false;
        int depth = 0;
        while (true) {
            int tag = copyByte();
            if (tag < FIRST_VALUE_TAG) {
                if (tag == 0 || depth > 0) {
                    throw malformed("delimiter tag " + tag + " out of place");
                }
                if (tag == END_OF_ATTRIBUTES) {
                    return;
                }
                inGroup = true;
                continue;
            }
            if (!inGroup) {
                throw malformed("an attribute stands before the first group");
            }
            copyLengthAndBytes();
            copyLengthAndBytes();
            if (tag == BEGIN_COLLECTION && ++depth > COLLECTION_DEPTH_MAX) {
                throw malformed("collections are nested deeper than " + COLLECTION_DEPTH_MAX);
            }
            if (tag == END_COLLECTION && --depth < 0) {
                throw malformed("a collection ends that did not begin");
            }
        }
    }

    private void copyLengthAndBytes() throws IOException {
        int length = copyByte() << 8 | copyByte();
        if (length > LENGTH_MAX) {
            throw malformed("negative length " + length);
        }
        copy(length);
    }

    private int copyByte() throws IOException {
        checkRoom(1);
        int value = in.read();
        if (value < 0) {
            throw malformed("the message is cut short");
        }
        bytes.write(value);
        return value;
    }

    private void copy(int length) throws IOException {
        checkRoom(length);
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw malformed("the message is cut short");
        }
        bytes.writeBytes(read);
    }

    private void checkRoom(int length) throws MalformedMessageException {
        if (bytes.size() + length > ATTRIBUTE_BYTES_MAX) {
            throw malformed("more than " + ATTRIBUTE_BYTES_MAX + " bytes of attributes");
        }
    }

    private MalformedMessageException malformed(String why) {
        return new MalformedMessageException(version, requestId, why);
    }
}
