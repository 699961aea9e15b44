package caixiang.sim.rehearsal.verdict;

import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.link.StudioControl.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything known about one person's frame from three sides: who was seated, what the station says, and what the
 * simulated camera put into the picture. Pure: the comparison needs nothing else.
 *
 * @param sitter whom the rehearsal seated, and the number the station gave at check-in
 * @param frame the station's word
 * @param digest SHA-256 of the bytes the station hands out as the original
 * @param code what those bytes say about who sat
 * @param truth the camera's own record of the exposure with that nonce
 */
public record Evidence(Sitting sitter, Frame frame, String digest, Code code, Optional<Shot> truth) {
    private static final int SHEETS = 2;

    /** Who sat and the running number of the exposure, as read from the pixels and from the EXIF data. */
    public record Code(Optional<Mark> pixels, Optional<Mark> exif) {}

    /** One reading of the code. */
    public record Mark(String key, long nonce) {}

    /** Each way in which this is not verifiably the sitter's frame with both sheets; empty when all is well. */
    List<String> mismatches() {
        List<String> found = new ArrayList<>();
        findWrongOwner(found);
        findWrongPicture(found);
        findWrongBytes(found);
        findMissingPaper(found);
        return found;
    }

    private void findWrongOwner(List<String> found) {
        if (frame.owner().number() != sitter.number()) {
            found.add("the station files it under number " + frame.owner().number());
        }
        if (!frame.owner().studentNumber().equals(sitter.studentNumber())) {
            found.add("the station says it is of " + frame.owner().studentNumber());
        }
    }

    private void findWrongPicture(List<String> found) {
        if (code.pixels().isEmpty()) {
            found.add("no code can be read from the pixels");
        }
        code.pixels()
                .filter(mark -> !isSitter(mark.key()))
                .ifPresent(mark -> found.add("the pixels show " + mark.key()));
        if (!code.exif().equals(code.pixels())) {
            found.add("EXIF says %s, the pixels say %s".formatted(words(code.exif()), words(code.pixels())));
        }
        if (truth.isEmpty()) {
            found.add("the camera knows no such exposure");
        }
        truth.filter(shot -> !isSitter(shot.key())).ifPresent(shot -> found.add("the camera saw " + shot.key()));
    }

    private void findWrongBytes(List<String> found) {
        if (!digest.equals(frame.sha256())) {
            found.add("the original's SHA-256 is %s, the station says %s".formatted(digest, frame.sha256()));
        }
        truth.filter(shot -> !shot.sha256().equals(digest))
                .ifPresent(
                        shot -> found.add("the camera shot %s, the original is %s".formatted(shot.sha256(), digest)));
    }

    private void findMissingPaper(List<String> found) {
        if (frame.portrait().isEmpty()) {
            found.add("there is no portrait");
        }
        if (frame.sheets().stream().map(Sheet::template).distinct().count() != SHEETS) {
            found.add("there are sheets %s instead of two templates"
                    .formatted(frame.sheets().stream().map(Sheet::template).toList()));
        }
        for (Sheet sheet : frame.sheets()) {
            if (!sheet.state().equals("done")) {
                found.add("sheet %s is %s, its job %s".formatted(sheet.template(), sheet.state(), sheet.jobState()));
            }
        }
    }

    private boolean isSitter(String key) {
        return key.equals(sitter.studentNumber());
    }

    private static String words(Optional<Mark> mark) {
        return mark.map(m -> m.key() + "/" + m.nonce()).orElse("nothing");
    }
}
