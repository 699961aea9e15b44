package caixiang.sim.camera;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data of a data-in phase (to the initiator): its length, and the bytes when they are needed. */
public interface DataIn {
    long lengthBytes();

    /** Exactly {@link #lengthBytes} bytes, or more, of which the rest is not sent. */
    InputStream open() throws IOException;

    static DataIn of(byte[] bytes) {
        return new DataIn() {
            @Override
            public long lengthBytes() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** A part of a file. */
    static DataIn of(Path file, long offset, long lengthBytes) {
        return new DataIn() {
            @Override
            public long lengthBytes() {
                return lengthBytes;
            }

            @Override
            public InputStream open() throws IOException {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                channel.position(offset);
                return Channels.newInputStream(channel);
            }
        };
    }
}
