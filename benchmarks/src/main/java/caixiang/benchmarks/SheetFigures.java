package caixiang.benchmarks;

import caixiang.layouts.SheetOrder;
import caixiang.layouts.Sheets;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.template.SheetTemplates;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** A sheet from a finished portrait beside ImageMagick with img2pdf and reportlab, and books of many people. */
final class SheetFigures {
    private static final int WARM = 200;
    private static final int ROUNDS = 100;
    private static final int RIVAL_ROUNDS = 5;

    private static final String REPORTLAB = """
            import sys, time, statistics
            from reportlab.pdfgen import canvas
            mm = 72 / 25.4
            took = []
            for i in range(40):
                start = time.perf_counter()
                c = canvas.Canvas(sys.argv[2], pagesize=(252, 360))
                for x in (7.95, 45.95):
                    for y in (16.5, 68.5):
                        c.drawImage(sys.argv[1], x * mm, y * mm, 35 * mm, 49 * mm)
                        c.setLineWidth(0.3)
                        c.line(x * mm, 8 * mm, x * mm, 11 * mm)
                c.drawString(30, 20, "0042")
                c.showPage()
                c.save()
                took.append((time.perf_counter() - start) * 1000)
            print(statistics.median(took[10:]))
            """;

    private final Path folder;
    private final PrintStream out;

    SheetFigures(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        byte[] portrait = portrait(827, 1157);
        Path file = Files.write(folder.resolve("portrait.jpg"), portrait);
        double ours = sheet(portrait);
        rival("montage + img2pdf", ours, () -> montage(file));
        rival(
                "reportlab, warm",
                ours,
                () -> Double.parseDouble(read(
                        "/usr/bin/python3",
                        "-c",
                        REPORTLAB,
                        file.toString(),
                        folder.resolve("reportlab.pdf").toString())));
        for (int people : List.of(1_000, 10_000)) {
            out.print(gang(people));
        }
    }

    private interface Rival {
        double milliseconds() throws Exception;
    }

    private double sheet(byte[] portrait) throws Exception {
        var sheets = new Sheets();
        SheetTemplate template = SheetTemplates.shipped().get("4x2in");
        List<Double> took = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < WARM + ROUNDS; i++) {
            long start = System.nanoTime();
            var order = new SheetOrder(template, JpegBytes.of(portrait), "0042  样甲子  示例一班", "sheet", Instant.EPOCH);
            size = sheets.render(order).size();
            if (i >= WARM) {
                took.add((System.nanoTime() - start) / 1e6);
            }
        }
        double median = Figures.median(took);
        out.printf(
                "sheet: median %.2f ms, best %.2f ms; JPEG %d bytes + %d%n",
                median, took.stream().mapToDouble(x -> x).min().orElse(0), portrait.length, size - portrait.length);
        return median;
    }

    private void rival(String name, double ours, Rival rival) {
        try {
            double theirs = rival.milliseconds();
            out.printf("%s: median %.1f ms, %.1f times ours%n", name, theirs, theirs / ours);
        } catch (IOException e) {
            out.println(name + ": is not installed, so there is nothing to compare with (" + e.getMessage() + ")");
        } catch (Exception e) {
            out.println(name + ": failed: " + e);
        }
    }

    private double montage(Path portrait) throws Exception {
        List<Double> took = new ArrayList<>();
        String page = folder.resolve("montage.jpg").toString();
        String four = portrait.toString();
        for (int i = 0; i < RIVAL_ROUNDS; i++) {
            long start = System.nanoTime();
            read(
                    "/usr/bin/montage",
                    four,
                    four,
                    four,
                    four,
                    "-tile",
                    "2x2",
                    "-geometry",
                    "827x1157+35+35",
                    "-density",
                    "600",
                    "-quality",
                    "95",
                    page);
            read(
                    "img2pdf",
                    "--pagesize",
                    "88.9mmx127mm",
                    page,
                    "-o",
                    folder.resolve("montage.pdf").toString());
            took.add((System.nanoTime() - start) / 1e6);
        }
        return Figures.median(took);
    }

    /** In a process of its own, which dies if it needs more than 100 MB of heap. */
    private String gang(int people) throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("people"));
        byte[] portrait = portrait(413, 579);
        for (int i = 1; i <= people; i++) {
            Path file = pictures.resolve("%05d.jpg".formatted(i));
            if (!Files.exists(file)) {
                Files.write(file, portrait);
            }
        }
        return read(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx100m",
                "-Dlogback.configurationFile=caixiang/layouts/command-log.xml",
                "-cp",
                System.getProperty("java.class.path"),
                GangRun.class.getName(),
                pictures.toString(),
                folder.resolve("gang.pdf").toString());
    }

    /** Soft shapes with grain: about 300 kB at 827×1157 and quality of the JDK's own writer. */
    private static byte[] portrait(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(26);
                int red = (int) (110 + 70 * Math.sin(x / 90.0)) + grain;
                int green = (int) (120 + 70 * Math.sin(y / 130.0)) + grain;
                image.setRGB(x, y, red << 16 | green << 8 | (170 + grain));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static String read(String... words) throws IOException, InterruptedException {
        File err = File.createTempFile("rival", ".err");
        try {
            Process process = new ProcessBuilder(words).redirectError(err).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words[0] + ": " + Files.readString(err.toPath()));
            }
            return text;
        } finally {
            Files.delete(err.toPath());
        }
    }
}
