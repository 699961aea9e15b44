package caixiang.acceptance;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The distribution's own Chromium, driven by Playwright. Where the distribution has none that runs without snap,
 * {@code CAIXIANG_BROWSER=playwright} lets Playwright fetch its own once.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final long FETCH_MINUTES = 5;
    private static final long SCRIPT_BYTES_MAX = 100_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips the test, loudly, where there is no browser; in CI that is a failure. */
    static Chromium start() throws IOException, InterruptedException {
        LaunchOptions options = new LaunchOptions().setArgs(ARGUMENTS);
        Optional<Path> executable = find();
        if (executable.isPresent()) {
            options.setExecutablePath(executable.get());
        } else if ("playwright".equals(System.getenv("CAIXIANG_BROWSER"))) {
            fetch();
        } else {
            refuse("no " + String.join(", ", NAMES) + " on the PATH; install the package chromium");
        }
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static void refuse(String missing) {
        if (System.getenv("CI") != null) {
            fail(missing);
        }
        Assumptions.abort(missing);
    }

    /** Only Chromium: left to itself, Playwright fetches three browsers. */
    private static void fetch() throws IOException, InterruptedException {
        Process install = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CLI.class.getName(),
                        "install",
                        "chromium")
                .inheritIO()
                .start();
        if (!install.waitFor(FETCH_MINUTES, TimeUnit.MINUTES) || install.exitValue() != 0) {
            install.destroyForcibly();
            fail("Playwright could not fetch its browser");
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .filter(Chromium::isNoSnapStub)
                .findFirst();
    }

    /** Ubuntu's chromium-browser is a short script that asks for the snap. */
    private static boolean isNoSnapStub(Path program) {
        try {
            return Files.size(program) > SCRIPT_BYTES_MAX
                    || !Files.readString(program).contains("snap");
        } catch (IOException e) {
            // A short binary is no script.
            return true;
        }
    }
}
