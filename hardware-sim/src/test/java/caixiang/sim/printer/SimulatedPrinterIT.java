package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no conformance suite asks: paper running out, refusals, lost answers, wrong bytes. */
@Timeout(30)
class SimulatedPrinterIT {
    @TempDir
    Path folder;

    private SimulatedPrinter printer;

    @BeforeEach
    void switchOn() throws IOException {
        printer = SimulatedPrinter.start(new PrinterOptions(0, folder, "printer", Duration.ofMillis(20)));
    }

    @AfterEach
    void switchOff() throws IOException {
        printer.close();
    }

    @Test
    void outOfPaperStopsThePrinterUntilPaperIsBackAndNothingIsLost() throws Exception {
        printer.condition("media-empty-error", true);
        int job = printJob("one");
        await(() -> state(job).equals(JobState.processingStopped) || state(job).equals(JobState.pending));

        IppPacket stopped = send(IppPacket.getPrinterAttributes(printer.uri()).build(), new byte[0]);
        assertEquals(PrinterState.stopped, stopped.getValue(Tag.printerAttributes, Types.printerState));
        assertEquals(
                List.of("media-empty-error"), stopped.getStrings(Tag.printerAttributes, Types.printerStateReasons));
        assertEquals(0, Files.size(folder.resolve(PaperLedger.FILE_NAME)));

        printer.condition("media-empty-error", false);
        await(() -> state(job).equals(JobState.completed));
        assertEquals(
                1, Files.readAllLines(folder.resolve(PaperLedger.FILE_NAME)).size());
    }

    @Test
    void aWarningDoesNotStopThePrinter() throws Exception {
        printer.condition("media-low-warning", true);
        int job = printJob("one");
        await(() -> state(job).equals(JobState.completed));
    }

    @Test
    void jobsComeOutInTheOrderTheyWereSent() throws Exception {
        printer.condition("paused", true);
        printJob("one");
        printJob("two");
        int last = printJob("three");
        printer.condition("paused", false);
        await(() -> state(last).equals(JobState.completed));
        List<String> paper = Files.readAllLines(folder.resolve(PaperLedger.FILE_NAME));
        assertTrue(paper.get(0).contains("\"one\"") && paper.get(1).contains("\"two\""), paper::toString);
    }

    @Test
    void aLostAnswerLeavesTheJobOnThePrinter() throws Exception {
        printer.loseNextAnswer("Print-Job");
        assertThrows(IOException.class, () -> printJob("unheard"));
        await(() -> printer.jobs().stream().anyMatch(job -> job.name().equals("unheard")));
        assertEquals(Status.successfulOk, print("heard").getStatus());
    }

    @Test
    void wrongBytesAreABadRequestWithTheSameRequestId() throws Exception {
        byte[] wrong = {1, 1, 0, 11, 0, 0, 0, 42, 1, 0x47, (byte) 0xFF, (byte) 0xFF};
        IppPacket reply = post(wrong);
        assertEquals(Status.clientErrorBadRequest, reply.getStatus());
        assertEquals(42, reply.getRequestId());
    }

    private int printJob(String name) throws IOException, InterruptedException {
        Integer id = print(name).getValue(Tag.jobAttributes, Types.jobId);
        if (id == null) {
            throw new AssertionError("no job-id");
        }
        return id;
    }

    private IppPacket print(String name) throws IOException, InterruptedException {
        IppPacket.Builder request = IppPacket.printJob(printer.uri());
        request.putOperationAttributes(Types.jobName.of(name), Types.documentFormat.of("application/pdf"));
        return send(request.build(), TestPdf.sheet());
    }

    private JobState state(int jobId) {
        try {
            JobState state = send(
                            IppPacket.getJobAttributes(printer.uri(), jobId).build(), new byte[0])
                    .getValue(Tag.jobAttributes, Types.jobState);
            if (state == null) {
                throw new AssertionError("no job-state");
            }
            return state;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private IppPacket send(IppPacket request, byte[] document) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new IppOutputStream(body).write(request);
        body.write(document);
        return post(body.toByteArray());
    }

    private IppPacket post(byte[] body) throws IOException, InterruptedException {
        URI http = URI.create(printer.uri().toString().replace("ipp:", "http:"));
        HttpRequest request = HttpRequest.newBuilder(http)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/ipp")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        return new IppInputStream(new ByteArrayInputStream(response.body())).readPacket();
    }

    private static void await(BooleanSupplier fact) {
        while (!fact.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
