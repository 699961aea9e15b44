package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs we did not write, as witnesses. Without one its test is skipped loudly; in CI it fails. */
final class Program {

    private static final int SECONDS_MAX = 60;

    private Program() {}

    record Ending(int status, String out, String err) {}

    /** What it prints; it must end well. */
    static String read(String name, Object... arguments) throws IOException, InterruptedException {
        Ending ending = run(path(name), arguments);
        assertTrue(ending.status() == 0, () -> name + " ended with " + ending);
        return ending.out();
    }

    static Ending run(Path program, Object... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(program.toString()));
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        Path out = Files.createTempFile("program", ".out");
        Path err = Files.createTempFile("program", ".err");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail(words + " did not end within " + SECONDS_MAX + " s");
            }
            return new Ending(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static Path path(String name) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        String message = name + " is not installed (poppler-utils, mupdf-tools), so this cannot be checked";
        if (System.getenv("CI") != null) {
            return fail(message);
        }
        System.err.println("SKIPPED: " + message);
        return abort(message);
    }
}
