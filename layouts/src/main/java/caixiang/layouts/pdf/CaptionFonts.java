package caixiang.layouts.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Chinese fonts: Noto Sans SC, which has all of 通用规范汉字表, and behind it one with 13 362 rarer characters, which is
 * read when the first of them is met. Confined to one thread at a time.
 */
final class CaptionFonts {

    /** 〓, the mark of Chinese typesetters for a character that has to be added by hand. */
    private static final int GETA = 0x3013;

    private final FontFile usual = new FontFile("NotoSansSC-Regular.ttf");
    private Optional<FontFile> rare = Optional.empty();

    /** Characters that one font can draw. */
    record Run(FontFile font, String text) {}

    /** Text the fonts can draw, and the characters of the original that they cannot. */
    record Line(List<Run> runs, List<String> missing) {}

    /** One line: line breaks and controls become spaces, missing glyphs 〓. */
    Line line(String text) {
        var runs = new ArrayList<Run>();
        var missing = new ArrayList<String>();
        text.codePoints().filter(c -> !isVariationSelector(c)).forEach(c -> {
            if (isSpace(c)) {
                append(runs, usual, ' ');
            } else if (usual.has(c)) {
                append(runs, usual, c);
            } else if (isIdeograph(c) && rare().has(c)) {
                append(runs, rare(), c);
            } else {
                append(runs, usual, GETA);
                missing.add(Character.toString(c));
            }
        });
        return new Line(runs, missing);
    }

    private FontFile rare() {
        FontFile font = rare.orElseGet(() -> new FontFile("CaixiangRareHan.ttf"));
        rare = Optional.of(font);
        return font;
    }

    private static void append(List<Run> runs, FontFile font, int character) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).font() == font) {
            runs.set(last, new Run(font, runs.get(last).text() + Character.toString(character)));
        } else {
            runs.add(new Run(font, Character.toString(character)));
        }
    }

    /** They choose between forms of the same character (Unicode §23.4); the plain form is right without them. */
    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c) || (c >= 0x30000 && c <= 0x3FFFF);
    }

    private static boolean isSpace(int c) {
        return Character.isISOControl(c) || (Character.isSpaceChar(c) && c != '\u3000');
    }
}
