package caixiang.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneCodeTest {
    @Test
    void theTextNamesSitterAndExposure() {
        SceneCode code = new SceneCode("20260001", 42);
        assertEquals("CXSIM|20260001|42", code.text());
        assertEquals(Optional.of(code), SceneCode.parse("CXSIM|20260001|42"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CXSIM", "CXSIM|", "CXSIM|a", "CXSIM|a|b", "https://example.com/a|1"})
    void otherTextsAreNoCodeOfOurs(String text) {
        assertEquals(Optional.empty(), SceneCode.parse(text));
    }

    @Test
    void theLongestKeyIsStillReadOffThePixels() throws IOException {
        String key = "K".repeat(64);
        Jpeg jpeg = new Darkroom(Resolution.FULL).print(new Sitter(key, "", 1), Long.MAX_VALUE);
        assertEquals(Optional.of(new SceneCode(key, Long.MAX_VALUE)), SceneCode.read(jpeg.bytes()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Resolution.MEGAPIXELS_MIN, 1, 2, 6.3})
    void theCodeOfASmallFrameIsReadOffThePixelsToo(double megapixels) throws IOException {
        Resolution resolution = Resolution.ofMegapixels(megapixels);
        Jpeg jpeg = new Darkroom(resolution).print(new Sitter("202600123", "", 1), 4_321);
        assertEquals(megapixels, jpeg.widthPixels() * jpeg.heightPixels() / 1e6, megapixels * 0.05);
        assertEquals(Optional.of(new SceneCode("202600123", 4_321)), SceneCode.read(jpeg.bytes()));
    }

    @Test
    void aCodeThatHoldsWhatLooksLikeACornerMarkIsReadToo() throws IOException {
        SceneCode code = new SceneCode("202600018", 38);
        Jpeg jpeg = new Darkroom(Resolution.ofMegapixels(2)).print(new Sitter(code.sitterKey(), "", 1), code.nonce());
        assertEquals(Optional.of(code), SceneCode.read(jpeg.bytes()));
    }

    @Test
    void picturesWithoutACodeHaveNone() throws IOException {
        Jpeg small = TestPictures.noise(320, 200, 1);
        assertEquals(Optional.empty(), SceneCode.read(small.bytes()));
        assertEquals(Optional.empty(), SceneCode.readExif(small.bytes()));
        assertEquals(
                Optional.empty(),
                SceneCode.read(TestPictures.noise(1600, 1500, 1).bytes()));
        assertThrows(IOException.class, () -> SceneCode.read(new byte[] {1, 2, 3}));
        assertEquals(Optional.empty(), SceneCode.readExif(new byte[] {1, 2, 3}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "a b", "样甲子"})
    void aKeyThatCouldNotBeReadBackIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> new Sitter(key, "", 0));
    }
}
