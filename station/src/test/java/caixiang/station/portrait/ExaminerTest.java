package caixiang.station.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.SizedJpegs;
import caixiang.sim.scene.Sitter;
import caixiang.station.portrait.check.FolderCheck;
import caixiang.station.portrait.find.HeadFinder;
import caixiang.station.portrait.find.Sighting.Missing;
import caixiang.station.portrait.opencv.CascadeFaces;
import caixiang.station.portrait.rules.Finding;
import caixiang.station.portrait.rules.Level;
import caixiang.station.portrait.rules.RulePack;
import caixiang.station.portrait.rules.RulePacks;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of the registry say of drawn sitters, and of the same sitters with one thing wrong. */
class ExaminerTest {
    private static final CropRectangle FIXED = new CropRectangle(0.1, 0, 0.5, 1);

    private static CascadeFaces faces;
    private static Examiner examiner;
    private static RulePack pack;
    private static JpegBytes good;
    private static JpegBytes stool;

    @BeforeAll
    static void open() throws Exception {
        faces = CascadeFaces.load();
        pack = RulePacks.load("registry-2017");
        examiner = new Examiner(new HeadFinder(Optional.of(faces)), pack, "blue", FIXED);
        try (TestSitters sitters = new TestSitters(1.5)) {
            good = sitters.frame(TestSitters.sitter(7));
            stool = sitters.frame(Sitter.NOBODY);
        }
    }

    @AfterAll
    static void close() {
        faces.close();
    }

    @Test
    void aGoodPortraitPassesEveryRule() throws Exception {
        Examination seen = examiner.examine(good);
        assertEquals(List.of(), remarks(seen));
        assertEquals(pack.rules().size(), seen.judged().verdict().findings().size(), "every measure was taken");
    }

    @Test
    void aTiltedHeadIsNamed() throws Exception {
        Finding roll = finding(changed(12, 1, 0), "roll");
        assertEquals(Level.FAIL, roll.level());
        assertEquals(12, roll.value(), 2);
        assertTrue(roll.words().zh().contains("头歪了 1"), roll.words().zh());
    }

    @Test
    void aHeadThatFillsTheFrameIsTooClose() throws Exception {
        Examination seen = examiner.examine(changed(0, 1.62, 530));
        Finding width = seen.judged().verdict().findings().stream()
                .filter(finding -> finding.code().equals("face-width"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Level.FAIL, width.level(), seen.judged().verdict().findings().toString());
        assertTrue(width.words().zh().contains("请退后"));
        assertTrue(
                width.words().en().endsWith("should be 180–300: too close, step back"),
                width.words().en());
    }

    @Test
    void aBlurredFaceIsNotSharp() throws Exception {
        float[] weights = new float[19 * 19];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage blurred =
                new ConvolveOp(new Kernel(19, 19, weights), ConvolveOp.EDGE_NO_OP, null).filter(image(good), null);
        Finding sharpness = finding(jpeg(blurred), "sharpness");
        assertEquals(Level.FAIL, sharpness.level(), "sharpness " + sharpness.value());
    }

    @Test
    void clothesOfAForbiddenColourAreNamed() throws Exception {
        Finding clothes = finding(
                painted(image -> {
                    Graphics2D g = image.createGraphics();
                    g.setColor(new Color(40, 60, 190));
                    g.fillRect(500, 760, 500, 240);
                    g.dispose();
                }),
                "clothes-colour");
        assertEquals(Level.FAIL, clothes.level(), "share " + clothes.value());
    }

    @Test
    void whiteSpotsBeforeTheEyesAreAWarningOnly() throws Exception {
        Finding glare = finding(
                painted(image -> {
                    Graphics2D g = image.createGraphics();
                    g.setColor(Color.WHITE);
                    g.fillOval(690, 372, 40, 26);
                    g.dispose();
                }),
                "glare");
        assertEquals(Level.WARN, glare.level(), "share " + glare.value());
    }

    @Test
    void aShadowOnTheClothIsNamed() throws Exception {
        Finding shadow = finding(
                painted(image -> {
                    Graphics2D g = image.createGraphics();
                    g.setPaint(new GradientPaint(930, 0, new Color(0, 0, 30, 0), 1130, 0, new Color(0, 0, 30, 75)));
                    g.fillRect(930, 0, 570, 600);
                    g.dispose();
                }),
                "background-shadow");
        assertTrue(shadow.level() != Level.PASS, "darker by " + shadow.value());
    }

    @Test
    void aThingBesideTheHeadIsNamed() throws Exception {
        Finding clear = finding(
                painted(image -> {
                    Graphics2D g = image.createGraphics();
                    g.setColor(new Color(90, 60, 30));
                    g.fillRect(990, 60, 90, 300);
                    g.dispose();
                }),
                "background-clear");
        assertEquals(Level.FAIL, clear.level(), "share " + clear.value());
    }

    @Test
    void nobodyOnTheStoolIsSaidAndTheFixedRectangleIsUsed() throws Exception {
        Examination seen = examiner.examine(stool);
        assertEquals(Set.of(Missing.FACE), seen.missing());
        assertEquals(FIXED, seen.judged().crop());
        assertEquals(List.of("faces fail"), remarks(seen));
    }

    @Test
    void theRegistryFileKeepsTheReceiversWindow() throws Exception {
        RulePack.Product product = pack.product();
        var window = new SizedJpegs.Window(
                product.size(), product.dpi(), product.bytesMin(), product.bytesMax(), product.qualityMin());
        SizedJpegs.Sized file =
                SizedJpegs.cut(good, examiner.examine(good).judged().crop(), window);
        assertTrue(file.miss().isEmpty(), file.portrait().jpeg() + " at quality " + file.qualityPercent());
        assertTrue(file.qualityPercent() >= 60);
        BufferedImage image = image(file.portrait().jpeg());
        assertEquals(480, image.getWidth());
        assertEquals(640, image.getHeight());
        byte[] bytes = file.portrait().jpeg().toByteArray();
        assertEquals("JFIF", new String(bytes, 6, 4, StandardCharsets.US_ASCII));
        assertEquals(300, ((bytes[14] & 0xFF) << 8) | (bytes[15] & 0xFF));
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("Exif"), "nothing of the camera is told");
    }

    @Test
    void aWindowThatCannotBeKeptIsSaidAndNothingIsPadded() throws Exception {
        var narrow = new SizedJpegs.Window(pack.product().size(), 300, 1, 5_000, 60);
        SizedJpegs.Sized file = SizedJpegs.cut(good, CropRectangle.WHOLE, narrow);
        assertEquals(60, file.qualityPercent());
        assertEquals(file.portrait().jpeg().size() - 5_000, file.miss().orElseThrow());
    }

    @Test
    void aFolderIsJudgedFileByFile(@TempDir Path folder) throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("a.jpg"), good.toByteArray());
        Files.write(pictures.resolve("b<1>.JPG"), new byte[0]);
        Files.write(pictures.resolve("c.jpeg"), stool.toByteArray());
        Path html = folder.resolve("out.html");
        Path csv = folder.resolve("out.csv");
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        FolderCheck.Counts counts =
                new FolderCheck(examiner, quiet).check(pictures, Optional.of(html), Optional.of(csv));
        assertEquals(new FolderCheck.Counts(1, 0, 2), counts);
        List<String> rows = Files.readAllLines(csv);
        assertEquals(4, rows.size());
        assertTrue(rows.get(1).startsWith("a.jpg,pass,,1500,1000,"), rows.get(1));
        assertTrue(rows.get(2).contains("is no JPEG file"), rows.get(2));
        assertTrue(rows.get(3).contains("not found: face"), rows.get(3));
        String page = Files.readString(html);
        assertTrue(page.contains("b&lt;1&gt;.JPG") && !page.contains("<1>"), "names are escaped");
        assertTrue(page.contains("没有找到人脸") && page.contains("data:image/jpeg;base64,"));
    }

    private static List<String> remarks(Examination seen) {
        return seen.judged().verdict().findings().stream()
                .filter(finding -> finding.level() != Level.PASS)
                .map(finding -> finding.code() + " " + finding.level().code())
                .collect(Collectors.toList());
    }

    private static Finding finding(JpegBytes frame, String code) throws Exception {
        return examiner.examine(frame).judged().verdict().findings().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private interface Painting {
        void on(BufferedImage image);
    }

    private static JpegBytes painted(Painting painting) throws Exception {
        BufferedImage image = image(good);
        painting.on(image);
        return jpeg(image);
    }

    /** Turned about the middle of the face and enlarged; what comes in from outside is cloth. */
    private static JpegBytes changed(double degrees, double scale, int downShift) throws Exception {
        BufferedImage from = image(good);
        var to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = to.createGraphics();
        g.setColor(new Color(from.getRGB(5, 5)));
        g.fillRect(0, 0, to.getWidth(), to.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        var turn = new AffineTransform();
        turn.translate(750, downShift == 0 ? 400 : downShift);
        turn.rotate(Math.toRadians(degrees));
        turn.scale(scale, scale);
        turn.translate(-750, -400);
        turn.translate(400, 0);
        g.drawImage(from.getSubimage(400, 0, 700, 1000), turn, null);
        g.dispose();
        return jpeg(to);
    }

    private static BufferedImage image(JpegBytes jpeg) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(jpeg.toByteArray()));
    }

    private static JpegBytes jpeg(BufferedImage image) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return JpegBytes.of(out.toByteArray());
    }
}
