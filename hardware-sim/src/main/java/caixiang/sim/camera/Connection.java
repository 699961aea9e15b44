package caixiang.sim.camera;

import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.PacketCodec;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection with an initiator. One thread reads and one writes (they may be the same); any thread may close.
 */
final class Connection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final CountDownLatch closed = new CountDownLatch(1);

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        InputStream raw = socket.getInputStream();
        boolean hasQuickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        this.in = new BufferedInputStream(hasQuickAck ? new QuickAckInput(socket, raw) : raw);
        this.out = socket.getOutputStream();
    }

    /** @param timeoutMillis how long to wait for bytes; 0 for ever */
    Packet read(int timeoutMillis) throws IOException {
        socket.setSoTimeout(timeoutMillis);
        return PacketCodec.read(in);
    }

    OutputStream out() {
        return out;
    }

    void write(Packet packet) throws IOException {
        out.write(PacketCodec.encode(packet));
    }

    /** Lets time pass, but returns at once when the connection is closed from this side. */
    void pause(long millis) throws InterruptedException {
        if (closed.await(millis, TimeUnit.MILLISECONDS)) {
            log.debug("closed during a pause");
        }
    }

    /** Closes so that the initiator sees a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("closing {}", socket, e);
        }
    }

    /**
     * Asks Linux to acknowledge at once. libgphoto2 2.5.30 sends a property in three small writes without TCP_NODELAY,
     * and would wait 40 ms for each delayed acknowledgement. The kernel forgets the option, so each read renews it.
     */
    private static final class QuickAckInput extends FilterInputStream {
        private final Socket socket;

        QuickAckInput(Socket socket, InputStream in) {
            super(in);
            this.socket = socket;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            return super.read(bytes, offset, length);
        }
    }
}
