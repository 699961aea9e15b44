package caixiang.station.camera.agent;

import caixiang.station.camera.CameraJson;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One message on the wire: its length in bytes as a big-endian 32-bit number, then one JSON object with a {@code kind}.
 * Keeps the bytes of a message that has not wholly arrived; confined to one thread for reading.
 *
 * @param <T> the kind of message that is read
 */
public final class MessageCodec<T> {
    /** Longest JSON; a length above it is refused before anything is allocated. */
    public static final int MESSAGE_MAX = 1 << 20;

    private static final JsonMapper JSON = CameraJson.mapper();

    private final Class<T> type;
    private ByteBuffer pending = ByteBuffer.allocate(4096);

    public MessageCodec(Class<T> type) {
        this.type = type;
    }

    /** The bytes of one message, ready to be written. */
    public static ByteBuffer encode(AgentMessage message) {
        return frame(message);
    }

    /** The bytes of one message, ready to be written. */
    public static ByteBuffer encode(StationMessage message) {
        return frame(message);
    }

    private static ByteBuffer frame(Object message) {
        byte[] json;
        try {
            json = JSON.writeValueAsBytes(message);
        } catch (JacksonException impossible) {
            throw new AssertionError(impossible);
        }
        if (json.length > MESSAGE_MAX) {
            throw new IllegalArgumentException("message of " + json.length + " bytes, at most " + MESSAGE_MAX);
        }
        return ByteBuffer.allocate(Integer.BYTES + json.length)
                .putInt(json.length)
                .put(json)
                .flip();
    }

    /** A source of bytes such as a channel: as much as is there, -1 at the end. */
    public interface Source {
        int read(ByteBuffer into) throws IOException;
    }

    /** Reads once and returns what the source did; the messages that are then whole come from {@link #next}. */
    public int fill(Source source) throws IOException {
        if (!pending.hasRemaining()) {
            int larger = Math.min(pending.capacity() * 4, Integer.BYTES + MESSAGE_MAX);
            pending = ByteBuffer.allocate(larger).put(pending.flip());
        }
        return source.read(pending);
    }

    /** Whether {@link #next} would return a message. */
    public boolean hasNext() throws MalformedMessageException {
        if (pending.position() < Integer.BYTES) {
            return false;
        }
        return pending.position() >= Integer.BYTES + length();
    }

    /** Takes one whole message. */
    public T next() throws MalformedMessageException {
        if (!hasNext()) {
            throw new IllegalStateException("no whole message");
        }
        int length = length();
        byte[] bytes = pending.array();
        byte[] json = Arrays.copyOfRange(bytes, Integer.BYTES, Integer.BYTES + length);
        pending.flip().position(Integer.BYTES + length);
        pending.compact();
        return decode(json);
    }

    private int length() throws MalformedMessageException {
        int length = pending.getInt(0);
        if (length < 2 || length > MESSAGE_MAX) {
            throw new MalformedMessageException("message length " + Integer.toUnsignedString(length));
        }
        return length;
    }

    private T decode(byte[] json) throws MalformedMessageException {
        T message;
        try {
            message = JSON.readValue(json, type);
        } catch (IOException e) {
            throw new MalformedMessageException("not a message: " + e.getMessage(), e);
        }
        if (message == null) {
            throw new MalformedMessageException("not a message: null");
        }
        return message;
    }
}
