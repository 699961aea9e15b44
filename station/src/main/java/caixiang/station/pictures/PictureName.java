package caixiang.station.pictures;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a sent file may say of its person. Kept in memory only: it may hold an identity number. Pure. */
final class PictureName {
    private static final Pattern ENDING = Pattern.compile("\\.jpe?g$", Pattern.CASE_INSENSITIVE);

    /** What file managers and chat programs add to a second file of a name. */
    private static final Pattern COPY = Pattern.compile("[(（][0-9]{1,3}[)）]");

    private static final Pattern WIDE_GAP = Pattern.compile("[_\\s]+");
    private static final Pattern GAP = Pattern.compile("[_\\-\\s]+");

    private PictureName() {}

    /**
     * The whole name, and its parts; each may be a number or a name.
     *
     * @param file with or without the folders it lay in; at most 255 characters, so there are few parts
     */
    static List<String> words(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String stem = COPY.matcher(ENDING.matcher(last).replaceFirst("")).replaceAll(" ");
        String whole = Normalizer.normalize(stem, Normalizer.Form.NFC).strip();
        Set<String> words = new LinkedHashSet<>();
        words.add(whole);
        // A student number or a name may itself have a hyphen.
        words.addAll(List.of(WIDE_GAP.split(whole)));
        words.addAll(List.of(GAP.split(whole)));
        return words.stream().filter(word -> !word.isBlank()).toList();
    }
}
