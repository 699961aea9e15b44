package caixiang.sim.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.printer.mischief.MischiefException;
import caixiang.sim.printer.mischief.MischiefText;
import caixiang.sim.printer.raster.Mechanics;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Types;
import java.awt.image.BufferedImage;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a bad machine does, told by its tray and not by its jobs. */
@Timeout(60)
class MisbehavingPrinterIT {
    private static final PrinterModel MODEL = PrinterModel.named("dnp-ds620").orElseThrow();
    /** The square of {@link TestPdf}: 99 points, 10 points from the left and the bottom of 252 × 360. */
    private static final double SQUARE_MM = 99 / 72.0 * 25.4;

    @TempDir
    Path folder;

    private SimulatedPrinter printer;

    @BeforeEach
    void switchOn() throws IOException {
        printer = SimulatedPrinter.start(
                new PrinterOptions(0, folder, "printer", MODEL.withSheetTime(Duration.ofMillis(60))));
    }

    @AfterEach
    void switchOff() throws IOException {
        printer.close();
    }

    @Test
    void paperIsMeasuredInMillimetresAndOnlyScalingNoneIsTrue() throws Exception {
        print("true", "none");
        print("filled", "fill");
        awaitSheets(2);
        assertEquals(SQUARE_MM, squareMillimetres(1), 0.09);
        assertEquals(SQUARE_MM * 1.03, squareMillimetres(2), 0.09);
    }

    @Test
    void aMachineThatIsOffShowsItOnThePaper() throws Exception {
        printer.adjust(new Mechanics(0.8, 0, 1.01, 1));
        print("off", "none");
        awaitSheets(1);
        assertEquals(SQUARE_MM * 1.01, squareMillimetres(1), 0.09);
        double left = 10 / 72.0 * 25.4;
        assertEquals(left * 1.01 + 0.8, leftMillimetres(1), 0.09);
    }

    @Test
    void aRollRunsOutAndANewOneLetsTheSheetComeOut() throws Exception {
        printer.load(1, 50);
        print("one", "none");
        print("two", "none");
        awaitSheets(1);
        await(() -> printer.reading().conditions().equals(List.of("media-empty-error")));
        assertEquals("stopped", printer.reading().state());
        assertEquals(49, printer.reading().left().ribbon().orElseThrow());
        assertTrue(supplies().contains("level=49"), this::supplies);
        printer.load(400, 400);
        awaitSheets(2);
        assertEquals(399, printer.reading().left().media().orElseThrow());
    }

    @Test
    void jobsSayCompletedWhateverLiesInTheTray() throws Exception {
        play("""
                [{"job":1,"do":"print-twice"},{"job":2,"do":"no-paper"},{"job":3,"do":"no-paper-unnoticed"},
                 {"job":4,"do":"merge"}]""");
        for (int i = 1; i <= 5; i++) {
            print("job-" + i, "none");
        }
        await(() -> state(5).equals(JobState.completed));
        assertEquals(
                List.of(List.of("job-1"), List.of("job-1"), List.of("job-4", "job-5")),
                printer.tray().stream().map(PaperSheet::jobNames).toList());
        assertEquals(List.of(1, 0, 1, 1, 1), List.of(counted(1), counted(2), counted(3), counted(4), counted(5)));
        assertEquals(
                3, Files.readAllLines(folder.resolve(PaperLedger.FILE_NAME)).size());
    }

    @Test
    void aJobThatIsAcceptedAndNeverPrintedIsForEverPrinting() throws Exception {
        printer.befallNext(MischiefText.misdeed("never-print"));
        int job = print("stuck", "none");
        await(() -> state(job).equals(JobState.processing));
        send(IppPacket.cancelJob(printer.uri(), job).build(), new byte[0]);
        int next = print("next", "none");
        await(() -> state(next).equals(JobState.completed));
        assertEquals(1, printer.tray().size());
    }

    @Test
    void aPowerCutSpoilsTheSheetAndForgetsEveryJob() throws Exception {
        printer.befallNext(MischiefText.misdeed("power-off:600000"));
        print("lost", "none");
        await(() -> !printer.reading().reachable());
        printer.reappear();
        assertEquals(List.of(), printer.jobs());
        assertEquals(List.of(), printer.tray());
    }

    @Test
    void aVanishedPrinterPrintsOn() throws Exception {
        play("""
                [{"job":1,"do":"vanish:600000"},{"job":2,"do":"vanish:1"}]""");
        print("on", "none");
        await(() -> !printer.reading().reachable());
        awaitSheets(1);
        printer.reappear();
        assertEquals(JobState.completed, state(1));
        print("again", "none");
        awaitSheets(2);
        await(() -> printer.reading().reachable());
    }

    @Test
    void aJamStopsTheSheetHalfWayUntilItIsClearedByHandOrByItself() throws Exception {
        play("""
                [{"job":1,"do":"media-jam-error"},{"job":2,"do":"media-jam-error:5"}]""");
        int jam = print("jam", "none");
        await(() -> printer.reading().conditions().contains("media-jam-error"));
        await(() -> state(jam).equals(JobState.processingStopped));
        printer.condition("media-jam-error", false);
        int next = print("next", "none");
        await(() -> state(next).equals(JobState.completed));
        assertEquals(2, printer.tray().size());
    }

    private void play(String script) throws MischiefException {
        printer.play(MischiefText.parse(script));
    }

    private int print(String name, String scaling) throws IOException, InterruptedException {
        MediaCol col = new MediaCol();
        col.setMediaSize(new MediaCol.MediaSize(8890, 12700));
        col.setMediaTopMargin(0);
        col.setMediaBottomMargin(0);
        col.setMediaLeftMargin(0);
        col.setMediaRightMargin(0);
        IppPacket.Builder request = IppPacket.printJob(printer.uri());
        request.putOperationAttributes(Types.jobName.of(name));
        request.putJobAttributes(Types.mediaCol.of(col), Types.printScaling.of(scaling));
        Integer id = send(request.build(), TestPdf.sheet()).getValue(Tag.jobAttributes, Types.jobId);
        return Optional.ofNullable(id).orElseThrow();
    }

    private JobState state(int job) {
        return Optional.ofNullable(job(job).getValue(Types.jobState)).orElseThrow();
    }

    private int counted(int job) {
        return Optional.ofNullable(job(job).getValue(Types.jobMediaSheetsCompleted))
                .orElseThrow();
    }

    private AttributeGroup job(int job) {
        IppPacket reply = send(IppPacket.getJobAttributes(printer.uri(), job).build(), new byte[0]);
        return Optional.ofNullable(reply.get(Tag.jobAttributes)).orElseThrow();
    }

    private String supplies() {
        IppPacket reply = send(IppPacket.getPrinterAttributes(printer.uri()).build(), new byte[0]);
        return String.valueOf(reply.getValue(Tag.printerAttributes, Types.printerSupply));
    }

    private IppPacket send(IppPacket request, byte[] document) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            new IppOutputStream(body).write(request);
            body.write(document);
            HttpRequest post = HttpRequest.newBuilder(
                            URI.create(printer.uri().toString().replace("ipp:", "http:")))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/ipp")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                    .build();
            HttpResponse<byte[]> response =
                    HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofByteArray());
            return new IppInputStream(new ByteArrayInputStream(response.body())).readPacket();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private double squareMillimetres(int sheet) throws IOException {
        BufferedImage paper = paper(sheet);
        int row = paper.getHeight() - 200;
        int left = firstBlue(paper, row);
        int right = left;
        while (isBlue(paper.getRGB(right, row))) {
            right++;
        }
        return (right - left) / (double) MODEL.dpi() * 25.4;
    }

    private double leftMillimetres(int sheet) throws IOException {
        BufferedImage paper = paper(sheet);
        return firstBlue(paper, paper.getHeight() - 200) / (double) MODEL.dpi() * 25.4;
    }

    private static int firstBlue(BufferedImage paper, int row) {
        int left = 0;
        while (!isBlue(paper.getRGB(left, row))) {
            left++;
        }
        return left;
    }

    private static boolean isBlue(int rgb) {
        return (rgb & 0xFF) > 200 && (rgb >> 16 & 0xFF) < 128;
    }

    private BufferedImage paper(int sheet) throws IOException {
        byte[] png = printer.paper(sheet).orElseThrow();
        BufferedImage paper = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1050, paper.getWidth(), "88.9 mm at 300 dpi");
        assertFalse(isBlue(paper.getRGB(0, 0)));
        return paper;
    }

    private void awaitSheets(int count) {
        await(() -> printer.tray().size() >= count);
    }

    private static void await(BooleanSupplier fact) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!fact.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it does not come to pass");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
