package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The gphoto2 command line program, with a HOME and a working folder of its own. */
final class Gphoto2 {
    private static final int DEADLINE_SECONDS = 60;

    private final Path folder;
    private final URI camera;

    /** What gphoto2 printed, both streams, and its exit status. */
    record Result(int status, String text) {}

    Gphoto2(Path folder, URI camera) {
        this.folder = folder;
        this.camera = camera;
    }

    /** Skips the test where gphoto2 is missing; on a build server, fails it. */
    static void require() {
        boolean present = Files.isExecutable(Path.of("/usr/bin/gphoto2"));
        if (!present && System.getenv("CI") != null) {
            fail("gphoto2 is not installed: apt-get install gphoto2");
        }
        Assumptions.assumeTrue(present, "NOT TESTED: gphoto2 is not installed: apt-get install gphoto2");
    }

    Path folder() {
        return folder;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), "gphoto2 did not end");
        return new Result(process.exitValue(), output());
    }

    /** Starts it; what it prints is in {@link #output}. */
    Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("gphoto2", "--port", camera.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C");
        environment.remove("LANGUAGE");
        return builder.start();
    }

    String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }
}
