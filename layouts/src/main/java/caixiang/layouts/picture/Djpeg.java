package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * libjpeg-turbo's command line tool: it scales while it decodes (ISO/IEC 10918-1 leaves out the high frequencies), so a
 * frame of 24 megapixels never stands in memory, and a file that harms the decoder harms a child process.
 */
record Djpeg(Path program) implements ScaledDecoder {
    /** Looked for once. */
    static final Optional<Djpeg> INSTALLED = find(System.getenv("PATH"));

    private static final int SECONDS_MAX = 20;
    private static final int COMPLAINT_BYTES_MAX = 4096;
    private static final int NUMBER_DIGITS_MAX = 6;
    private static final int GREY = '5';
    private static final int COLOUR = '6';

    private static Optional<Djpeg> find(@Nullable String path) {
        for (String folder : Optional.ofNullable(path).orElse("").split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, "djpeg");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(new Djpeg(program));
            }
        }
        return Optional.empty();
    }

    @Override
    public Picture decode(Frame frame, int divisor) throws PictureException {
        PixelSize stored = frame.header().size();
        var size = new PixelSize((stored.width() + divisor - 1) / divisor, (stored.height() + divisor - 1) / divisor);
        Process process = start(frame, divisor);
        try {
            return read(frame, process, size);
        } catch (IOException | CompletionException e) {
            throw new PictureException(frame.name() + " cannot be decoded: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException("interrupted while " + frame.name() + " was decoded", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Frame frame, int divisor) throws PictureException {
        try {
            return new ProcessBuilder(program.toString(), "-scale", "1/" + divisor, "-pnm").start();
        } catch (IOException e) {
            throw new PictureException(frame.name() + " cannot be decoded: " + e.getMessage(), e);
        }
    }

    private static Picture read(Frame frame, Process process, PixelSize size)
            throws IOException, InterruptedException, PictureException {
        var killed = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(SECONDS_MAX, TimeUnit.SECONDS, Runnable::run));
        var fed = CompletableFuture.runAsync(() -> feed(frame.file(), process), Djpeg::onItsOwnThread);
        var complaint = CompletableFuture.supplyAsync(() -> complaint(process), Djpeg::onItsOwnThread);
        byte[] pixels;
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            pixels = pixels(in, size);
        } catch (IOException e) {
            String said = complaint.join();
            throw said.isEmpty() ? e : new IOException(said, e);
        }
        int status = process.waitFor();
        killed.cancel(false);
        String said = complaint.join();
        if (status != 0 || JpegDecoder.isFatal(said)) {
            throw new IOException(said.isEmpty() ? "djpeg ended with status " + status : said);
        }
        fed.join();
        return new Picture(size, pixels);
    }

    private static void onItsOwnThread(Runnable work) {
        var thread = new Thread(work, "djpeg");
        thread.setDaemon(true);
        thread.start();
    }

    private static void feed(JpegBytes file, Process process) {
        try (OutputStream out = process.getOutputStream()) {
            file.writeTo(out);
        } catch (IOException e) {
            // It stops reading after the end marker; what a telephone adds behind that is nobody's loss.
            return;
        }
    }

    private static String complaint(Process process) {
        try {
            return new String(process.getErrorStream().readNBytes(COMPLAINT_BYTES_MAX), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A portable anymap of 8 bits, of exactly this size; red, green, blue become blue, green, red. */
    private static byte[] pixels(InputStream in, PixelSize size) throws IOException {
        int magic = in.read() == 'P' ? in.read() : -1;
        int width = number(in);
        int height = number(in);
        int levels = number(in);
        boolean isExpected = (magic == GREY || magic == COLOUR) && levels == 255;
        if (!isExpected || width != size.width() || height != size.height()) {
            throw new IOException("djpeg gave " + width + "×" + height + " pixels of " + size);
        }
        int samples = Math.toIntExact(size.pixels() * (magic == COLOUR ? Picture.BANDS : 1));
        byte[] data = in.readNBytes(samples);
        if (data.length != samples) {
            throw new IOException("djpeg broke off after " + data.length + " of " + samples + " samples");
        }
        if (magic == GREY) {
            return JpegDecoder.tripled(data);
        }
        for (int i = 0; i < data.length; i += Picture.BANDS) {
            byte red = data[i];
            data[i] = data[i + 2];
            data[i + 2] = red;
        }
        return data;
    }

    private static int number(InputStream in) throws IOException {
        int c = in.read();
        while (c == ' ' || c == '\n') {
            c = in.read();
        }
        int value = 0;
        for (int digits = 0; c >= '0' && c <= '9' && digits < NUMBER_DIGITS_MAX; digits++) {
            value = value * 10 + c - '0';
            c = in.read();
        }
        return value;
    }
}
