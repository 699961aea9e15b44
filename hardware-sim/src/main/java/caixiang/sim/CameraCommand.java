package caixiang.sim;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** {@code camera}: one camera, and its control port when asked for. */
final class CameraCommand implements Subcommand {
    @Override
    public String usage() {
        return "[--port P] [--control-port P] " + CameraSetup.USAGE;
    }

    @Override
    public List<String> options() {
        return Stream.concat(Stream.of("--port", "--control-port"), CameraSetup.OPTIONS.stream())
                .toList();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        CameraSetup setup = CameraSetup.start(arguments, arguments.port("--port"));
        Runtime.getRuntime().addShutdownHook(new Thread(setup::close, "shutdown"));
        out.println("READY " + setup.camera().uri());
        new CountDownLatch(1).await();
        return 0;
    }
}
