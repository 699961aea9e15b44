package caixiang.sim.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSceneTest {
    private static final ExposureData DATA = new ExposureData(
            LocalDateTime.of(2026, 6, 1, 9, 0),
            new ExposureData.Body("M", "m", "1"),
            new ExposureData.Settings(800, 80, 100));

    @TempDir
    private Path folder;

    @Test
    void filesComeInTheOrderOfTheirNamesAndThenAgainWithTheirBytesUntouched() throws IOException {
        byte[] a = TestPictures.noise(40, 30, 1).bytes();
        byte[] b = TestPictures.noise(40, 30, 2).bytes();
        Files.write(folder.resolve("b.JPG"), b);
        Files.write(folder.resolve("a.jpeg"), a);
        Files.writeString(folder.resolve("notes.txt"), "not a picture");
        Scene scene = new FolderScene(folder);
        assertArrayEquals(a, shoot(scene, 1));
        assertArrayEquals(b, shoot(scene, 2));
        assertArrayEquals(a, shoot(scene, 3));
    }

    @Test
    void aFolderWithoutPicturesIsRefused() {
        IOException e = assertThrows(IOException.class, () -> new FolderScene(folder));
        assertTrue(String.valueOf(e.getMessage()).startsWith("no .jpg or .jpeg file in"));
    }

    @Test
    void aFileThatOnlyHasTheNameOfAJpegIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "text");
        IOException e = assertThrows(IOException.class, () -> new FolderScene(folder));
        assertTrue(String.valueOf(e.getMessage()).contains("a.jpg is no JPEG"));
    }

    private static byte[] shoot(Scene scene, long nonce) throws IOException {
        Frame frame = scene.expose(DATA).develop();
        assertEquals(nonce, frame.nonce());
        return frame.jpeg().bytes();
    }
}
