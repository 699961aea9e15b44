package caixiang.sim.camera;

import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.PacketCodec;
import caixiang.sim.ptpip.PacketType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes answers to the command connection: small ones in a single write, so that an initiator that waits for the
 * response never waits for TCP; large ones in pieces of {@link #PIECE_BYTES}.
 */
final class AnswerWriter {
    static final int PIECE_BYTES = 128 * 1024;

    private static final int SMALL_BYTES = 32 * 1024;
    private static final int DATA_HEADER_BYTES = 12;

    private final OutputStream out;
    private final TransferRate rate;
    private final byte[] piece = new byte[DATA_HEADER_BYTES + PIECE_BYTES];

    AnswerWriter(OutputStream out, TransferRate rate) {
        this.out = out;
        this.rate = rate;
    }

    void write(Answer answer, int transactionId) throws IOException {
        byte[] response = response(answer, transactionId);
        if (answer.data().isEmpty()) {
            out.write(response);
            return;
        }
        DataIn data = answer.data().get();
        if (data.lengthBytes() > SMALL_BYTES) {
            writePieces(out, data, transactionId, Long.MAX_VALUE);
            out.write(response);
            return;
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        writePieces(together, data, transactionId, Long.MAX_VALUE);
        together.writeBytes(response);
        out.write(together.toByteArray());
    }

    /** Breaks off after so many bytes of data, in mid-packet; without a data phase nothing is written. */
    void writeCut(Answer answer, int transactionId, long cutAfterBytes) throws IOException {
        if (answer.data().isPresent()) {
            writePieces(out, answer.data().get(), transactionId, cutAfterBytes);
        }
    }

    private void writePieces(OutputStream to, DataIn data, int transactionId, long cutAfterBytes) throws IOException {
        long left = data.lengthBytes();
        long budget = cutAfterBytes;
        to.write(PacketCodec.encode(new Packet.StartData(transactionId, left)));
        long start = System.nanoTime();
        try (InputStream in = data.open()) {
            while (budget > 0) {
                int length = (int) Math.min(PIECE_BYTES, left);
                boolean last = length == left;
                PacketType type = last ? PacketType.END_DATA : PacketType.DATA;
                byte[] header = PacketCodec.dataHeader(type, transactionId, length);
                System.arraycopy(header, 0, piece, 0, DATA_HEADER_BYTES);
                if (in.readNBytes(piece, DATA_HEADER_BYTES, length) < length) {
                    throw new IOException("file became shorter while it was sent");
                }
                to.write(piece, 0, DATA_HEADER_BYTES + (int) Math.min(length, budget));
                budget -= length;
                left -= length;
                if (last) {
                    return;
                }
                pace(start, data.lengthBytes() - left);
            }
        }
    }

    private void pace(long startNanos, long sentBytes) {
        long ahead = rate.nanos(sentBytes) - (System.nanoTime() - startNanos);
        if (ahead > 0) {
            LockSupport.parkNanos(ahead);
        }
    }

    private static byte[] response(Answer answer, int transactionId) {
        return PacketCodec.encode(new Packet.OperationResponse(answer.response(), transactionId, answer.parameters()));
    }
}
