package caixiang.station.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {
    private static final String HASH = "0".repeat(64);

    @Test
    void aManifestRoundTrips() throws Exception {
        Manifest manifest = manifest("a/0001/0193519a-0000-7000-8000-000000000001.jpg");

        assertEquals(manifest, Manifest.decode(manifest.encode()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../etc/passwd",
                "a/../../etc/passwd",
                "/etc/passwd",
                "a//x.jpg",
                "a/.hidden",
                "b/0001/x.jpg",
                "a/0001/x\u0000.jpg",
                "a",
                "",
                "a/1/2/3/4/5/6.jpg"
            })
    void aPathThatLeadsElsewhereIsRefused(String path) throws Exception {
        byte[] encoded = manifest(path).encode();

        assertThrows(BundleException.class, () -> Manifest.decode(encoded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\":1}",
                "{\"version\":1,\"bundleId\":\"b\",\"session\":\"..\",\"station\":\"A\",\"exportedAt\":\"now\"}",
                "{\"version\":1,\"bundleId\":\"b\",\"session\":\"a\",\"station\":\"A\",\"exportedAt\":\"now\"}",
            })
    void whatIsNoTableOfContentsIsRefused(String text) {
        assertThrows(BundleException.class, () -> Manifest.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNewerProgramsBundleIsNamedAsSuch() {
        byte[] newer = "{\"version\":2}".getBytes(StandardCharsets.UTF_8);

        BundleException refused = assertThrows(BundleException.class, () -> Manifest.decode(newer));
        assertTrue(refused.toString().contains("newer"), refused.toString());
    }

    private static Manifest manifest(String path) {
        return new Manifest(
                "bundle-1",
                "a",
                "A",
                Instant.parse("2026-06-20T08:00:00Z"),
                Map.of("session", List.of(Map.of("session_id", "a", "last_number", 7L))),
                List.of(new PackedFile(path, 5, HASH)));
    }
}
