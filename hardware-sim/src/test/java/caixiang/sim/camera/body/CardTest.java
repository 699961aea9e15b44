package caixiang.sim.camera.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.ptp.ObjectInfo;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CardTest {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 6, 1, 9, 0);
    private static final long LARGE = 1L << 40;

    @Test
    void after9999TheNextFolderBeginsAt0001() {
        Card card = new Card(LARGE, 9998, TIME);
        assertEquals("DCIM/100ND750/DSC_9998.JPG", add(card));
        assertEquals("DCIM/100ND750/DSC_9999.JPG", add(card));
        Card.Stored wrapped = card.add(List.of(file(10)));
        assertEquals("DCIM/101ND750/DSC_0001.JPG", card.pathOf(wrapped.file()));
        assertEquals("101ND750", wrapped.newFolder().orElseThrow().info().fileName());
        assertEquals("DCIM/101ND750/DSC_0002.JPG", add(card));
    }

    @Test
    void aHandleIsNeverGivenTwiceEvenAfterDeleting() {
        Card card = new Card(LARGE, 1, TIME);
        Set<Integer> handles = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            CardObject file = card.add(List.of(file(10))).file();
            assertNotEquals(0, file.handle());
            assertTrue(handles.add(file.handle()));
            card.delete(file);
        }
    }

    @Test
    void deletingAFileFreesItsRoomAndFoldersStay() {
        Card card = new Card(100, 1, TIME);
        CardObject file = card.add(List.of(file(90))).file();
        assertFalse(card.hasRoomFor(20));
        card.delete(file);
        assertTrue(card.hasRoomFor(100));
        assertEquals(2, card.objects().size());
        card.objects().forEach(card::delete);
        assertEquals(2, card.objects().size());
    }

    private static String add(Card card) {
        return card.pathOf(card.add(List.of(file(10))).file());
    }

    private static ExposedFile file(long bytes) {
        return new ExposedFile(
                FileKind.JPEG, Path.of("unused.jpg"), bytes, new ObjectInfo.Picture(6000, 4000, 0), TIME);
    }
}
