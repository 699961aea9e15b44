package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our printer judged by CUPS' ipptool and its conformance suites. */
@Timeout(120)
class IppToolIT {
    private static final Pattern FAIL = Pattern.compile("\\[FAIL]");
    private static final Pattern PASS = Pattern.compile("\\[PASS]");

    @TempDir
    Path folder;

    private Path pdf;
    private SimulatedPrinter printer;

    @BeforeEach
    void switchOn() throws IOException {
        requireIppTool();
        pdf = Files.write(folder.resolve("sheet.pdf"), TestPdf.sheet());
        printer = SimulatedPrinter.start(new PrinterOptions(0, folder.resolve("out"), "IT 打印机", Duration.ofMillis(50)));
    }

    @AfterEach
    void switchOff() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }

    /** The skipped ones are Print-URI and Send-URI, which are optional, and tests whose sample files CUPS does not ship. */
    @ParameterizedTest(name = "{0}: at least {1} pass, none fails")
    @CsvSource({"get-printer-attributes.test,1", "ipp-1.1.test,30", "ipp-2.0.test,31", "ipp-everywhere.test,32"})
    void conformanceSuitesPass(String suite, int passedAtLeast) throws Exception {
        Output output =
                ippTool("-tI", "-V", "2.0", "-f", pdf.toString(), printer.uri().toString(), suite);

        assertEquals(0, output.status(), output.text());
        assertEquals(0, FAIL.matcher(output.text()).results().count(), output.text());
        assertTrue(PASS.matcher(output.text()).results().count() >= passedAtLeast, output.text());
    }

    @Test
    void aBorderlessPhotoJobArrivesByteForByteAndIsWrittenDownAsPaper() throws Exception {
        Output output = ippTool("-t", "-f", pdf.toString(), printer.uri().toString(), script("""
                {
                  NAME "borderless"
                  OPERATION Print-Job
                  GROUP operation-attributes-tag
                  ATTR charset attributes-charset utf-8
                  ATTR naturalLanguage attributes-natural-language en
                  ATTR uri printer-uri $uri
                  ATTR name job-name "2026-11-22-a-0042-4x2in-abc"
                  ATTR mimeMediaType document-format application/pdf
                  ATTR boolean ipp-attribute-fidelity true
                  GROUP job-attributes-tag
                  ATTR collection media-col {
                    MEMBER collection media-size { MEMBER integer x-dimension 8890 MEMBER integer y-dimension 12700 }
                    MEMBER integer media-left-margin 0
                    MEMBER integer media-right-margin 0
                    MEMBER integer media-top-margin 0
                    MEMBER integer media-bottom-margin 0
                  }
                  ATTR keyword print-scaling none
                  ATTR integer copies 2
                  FILE $filename
                  STATUS successful-ok
                }
                """));
        assertEquals(0, output.status(), output.text());

        Path paper = folder.resolve("out").resolve(PaperLedger.FILE_NAME);
        while (Files.size(paper) == 0) {
            LockSupport.parkNanos(5_000_000);
        }
        JsonNode line = new ObjectMapper().readTree(Files.readString(paper));
        assertEquals("2026-11-22-a-0042-4x2in-abc", line.get("jobName").asText());
        assertEquals("[8890,12700]", line.get("mediaSizeHundredthsMm").toString());
        assertEquals("[0,0,0,0]", line.get("marginsTopRightBottomLeft").toString());
        assertEquals("none", line.get("printScaling").asText());
        assertEquals(2, line.get("copies").asInt());
        Path kept = folder.resolve("out").resolve(line.get("file").asText());
        assertArrayEquals(TestPdf.sheet(), Files.readAllBytes(kept));
        assertEquals(
                printer.jobs().get(0).sha256().orElseThrow(), line.get("sha256").asText());
    }

    @Test
    void whatThePrinterCannotDoIsRefusedUnderFidelityAndNamedOtherwise() throws Exception {
        String request = """
                {
                  NAME "%s"
                  OPERATION Validate-Job
                  GROUP operation-attributes-tag
                  ATTR charset attributes-charset utf-8
                  ATTR naturalLanguage attributes-natural-language en
                  ATTR uri printer-uri $uri
                  ATTR boolean ipp-attribute-fidelity %s
                  GROUP job-attributes-tag
                  ATTR keyword print-scaling stretch
                  STATUS %s
                  EXPECT print-scaling IN-GROUP unsupported-attributes-tag
                }
                """;
        Path script = script(request.formatted("strict", true, "client-error-attributes-or-values-not-supported")
                + request.formatted("lenient", false, "successful-ok-ignored-or-substituted-attributes"));
        Output output = ippTool("-tI", printer.uri().toString(), script);
        assertEquals(0, output.status(), output.text());
    }

    @Test
    void aPrinterThatRefusesSaysSo() throws Exception {
        printer.refuseJobs(true);
        Output output = ippTool("-t", printer.uri().toString(), script("""
                {
                  NAME "refused"
                  OPERATION Create-Job
                  GROUP operation-attributes-tag
                  ATTR charset attributes-charset utf-8
                  ATTR naturalLanguage attributes-natural-language en
                  ATTR uri printer-uri $uri
                  STATUS server-error-not-accepting-jobs
                }
                """));
        assertEquals(0, output.status(), output.text());
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.test"), text);
    }

    private record Output(int status, String text) {}

    private Output ippTool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ipptool", "-T", "20"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path log = folder.resolve("ipptool.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return fail("ipptool does not end: " + Files.readString(log));
        }
        return new Output(process.exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private static void requireIppTool() {
        boolean found;
        try {
            found = new ProcessBuilder("ipptool", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            found = false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (!found && System.getenv("CI") != null) {
            fail("ipptool is missing: install the package cups-ipp-utils");
        }
        Assumptions.assumeTrue(found, "SKIPPED: ipptool is missing; install the package cups-ipp-utils");
    }
}
