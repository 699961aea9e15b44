package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.agent.AgentMessage;
import caixiang.station.camera.agent.MalformedMessageException;
import caixiang.station.camera.agent.MessageCodec;
import caixiang.station.camera.agent.StationMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the agent from start to end: accepts its connection, hears it, and knows when it has been silent too long. */
final class AgentRun {
    /** Longest silence that an agent may ask for. */
    private static final long SILENCE_MAX_MILLIS = 15 * 60_000L;

    private static final long LEAVING_MILLIS = 1_500;

    private final AgentProcess process;
    private final AgentCameraOptions options;
    private final AgentVoice voice;
    private final Selector selector;
    private final MessageCodec<AgentMessage> codec = new MessageCodec<>(AgentMessage.class);

    private @Nullable SocketChannel channel;
    private Optional<RunEnd> end = Optional.empty();
    private String doing = "starting";
    private long signDueNanos;
    private boolean hasGreeted;

    private AgentRun(AgentProcess process, AgentCameraOptions options, AgentVoice voice, Selector selector) {
        this.process = process;
        this.options = options;
        this.voice = voice;
        this.selector = selector;
    }

    /** @param helloWithin from starting the process to its first message */
    static AgentRun start(AgentCameraOptions options, Duration helloWithin, AgentVoice voice, Selector selector)
            throws IOException {
        AgentProcess process = AgentProcess.start(options.home());
        AgentRun run = new AgentRun(process, options, voice, selector);
        run.expectSign(helloWithin);
        process.server().configureBlocking(false);
        process.server().register(selector, SelectionKey.OP_ACCEPT);
        return run;
    }

    /** Takes in what has come. Returns how the run ended, once it has. */
    Optional<RunEnd> attend() {
        try {
            accept();
            hear();
        } catch (IOException e) {
            end = Optional.of(end.orElse(RunEnd.lost("agent " + process.pid() + " cannot be understood: " + e)));
        }
        if (end.isEmpty() && System.nanoTime() - signDueNanos > 0) {
            end = Optional.of(RunEnd.lost("agent " + process.pid() + " gives no sign of life, last: " + doing));
        }
        if (end.isEmpty() && channel == null && !process.isAlive()) {
            end = Optional.of(RunEnd.lost("agent " + process.pid() + " ended before it connected"));
        }
        return end;
    }

    boolean hasGreeted() {
        return hasGreeted;
    }

    private void accept() throws IOException {
        if (channel != null) {
            return;
        }
        SocketChannel accepted = process.server().accept();
        if (accepted != null) {
            accepted.configureBlocking(false);
            accepted.register(selector, SelectionKey.OP_READ);
            channel = accepted;
            process.server().close();
        }
    }

    private void hear() throws IOException {
        SocketChannel from = channel;
        if (from == null || end.isPresent()) {
            return;
        }
        int read;
        do {
            read = codec.fill(from::read);
            while (end.isEmpty() && codec.hasNext()) {
                take(codec.next());
            }
        } while (read > 0 && end.isEmpty());
        if (read < 0 && end.isEmpty()) {
            end = Optional.of(RunEnd.lost("agent " + process.pid() + " died while " + doing));
        }
    }

    private void take(AgentMessage message) throws IOException {
        if (message instanceof AgentMessage.Hello hello) {
            greet(hello);
        } else if (message instanceof AgentMessage.Leaving leaving) {
            Optional<CameraFault> fault = leaving.isPlanned() ? Optional.empty() : Optional.of(leaving.fault());
            end = Optional.of(RunEnd.left(fault, leaving.message()));
        } else if (!hasGreeted) {
            throw new MalformedMessageException("first message is " + message);
        } else if (message instanceof AgentMessage.Alive alive) {
            doing = alive.doing();
            expectSign(Duration.ofMillis(Math.min(alive.silentMillis(), SILENCE_MAX_MILLIS)));
        } else {
            voice.take(message);
        }
    }

    private void greet(AgentMessage.Hello hello) throws IOException {
        if (hasGreeted || hello.version() != AgentMessage.VERSION || hello.pid() != process.pid()) {
            throw new MalformedMessageException("unfit greeting " + hello);
        }
        hasGreeted = true;
        doing = "greeting, libgphoto2 " + hello.library();
        expectSign(options.helloDeadline());
        send(new StationMessage.Begin(
                options.port().toString(), options.spool().toAbsolutePath().toString(), options.limits()));
    }

    /** @throws IOException when the agent is gone or does not read */
    void send(StationMessage message) throws IOException {
        SocketChannel to = channel;
        if (to == null) {
            throw new IOException("the agent has not connected");
        }
        ByteBuffer bytes = MessageCodec.encode(message);
        to.write(bytes);
        // Orders are few and short, so a full buffer means that nobody has read for long.
        if (bytes.hasRemaining()) {
            throw new IOException("the agent does not read");
        }
    }

    /** Ends the process, at once unless it is leaving by itself. */
    void end(boolean isLeaving) {
        process.end(isLeaving ? LEAVING_MILLIS : 0);
        closeChannel();
    }

    /** Asks the agent to end in order, waits, and ends it. */
    void stop(long graceMillis) {
        try {
            send(new StationMessage.Stop());
        } catch (IOException e) {
            closeChannel();
        }
        process.end(graceMillis);
        closeChannel();
    }

    private void closeChannel() {
        SocketChannel open = channel;
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // The other end is dead; nothing depends on this one.
            }
        }
    }

    private void expectSign(Duration within) {
        signDueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(within.toMillis());
    }
}
