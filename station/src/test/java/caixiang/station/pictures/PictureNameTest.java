package caixiang.station.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file's name is looked up by. */
class PictureNameTest {
    @ParameterizedTest
    @CsvSource({
        "20260001.jpg, 20260001",
        "二班/20260001.JPEG, 20260001",
        "C:\\照片\\样甲.JPG, 样甲",
        "20260001_样甲.jpg, 20260001_样甲|20260001|样甲",
        "20260001 (1).jpg, 20260001",
        "样甲（12）.jpg, 样甲",
        "Yang-Jia 7.jpg, Yang-Jia 7|Yang-Jia|7|Yang|Jia",
        "2026-001_样甲.jpg, 2026-001_样甲|2026-001|样甲|2026|001",
        ".jpg, ''",
        "(1).jpg, ''",
    })
    void theWholeNameAndItsPartsAreLookedUp(String file, String words) {
        List<String> wanted = words.isEmpty() ? List.of() : Arrays.asList(words.split("\\|", -1));
        assertEquals(wanted, PictureName.words(file));
    }
}
