package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.audit.ArchiveFolder;
import caixiang.sim.rehearsal.audit.Books;
import caixiang.sim.rehearsal.audit.Exposure;
import caixiang.sim.rehearsal.audit.FoundFrame;
import caixiang.sim.rehearsal.audit.FoundPaper;
import caixiang.sim.rehearsal.audit.PaperFolder;
import caixiang.sim.rehearsal.audit.Row;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StudioControl.Shot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads truth and record from all sides when the day is over. */
final class BookKeeper {
    private final DayLog log;
    private final List<Post> posts;
    private final List<Stand> stands;

    BookKeeper(DayLog log, List<Post> posts, List<Stand> stands) {
        this.log = log;
        this.posts = posts;
        this.stands = stands;
    }

    Books read(List<JournalWatch> journals) throws RehearsalException, IOException, InterruptedException {
        List<Exposure> exposures = new ArrayList<>();
        Map<String, Row> rows = new HashMap<>();
        for (Stand stand : stands) {
            for (Shot shot : stand.studio().shots()) {
                exposures.add(new Exposure(stand.camera(), shot.nonce(), shot.key(), shot.sha256()));
            }
            rows(stand).forEach(row -> rows.put(row.frameId(), row));
        }
        List<FoundFrame> files = new ArrayList<>();
        Map<String, String> sheets = new HashMap<>();
        List<FoundPaper> paper = new ArrayList<>();
        for (Post post : posts) {
            ArchiveFolder archive = new ArchiveFolder(post.archive());
            files.addAll(archive.frames());
            sheets.putAll(archive.sheets());
            if (post.printed().isPresent()) {
                paper.addAll(PaperFolder.read(post.printed().get()));
            }
        }
        boolean isPaperKnown = posts.stream().allMatch(post -> post.printed().isPresent());
        return new Books(
                exposures,
                posts.stream().allMatch(Post::isCameraSimulated),
                files,
                List.copyOf(rows.values()),
                sheets,
                paper,
                isPaperKnown,
                journaled(journals, rows));
    }

    /** Where lines were missed, the journal is given the benefit of the doubt. */
    private static Set<String> journaled(List<JournalWatch> journals, Map<String, Row> rows) {
        Set<String> journaled = new HashSet<>();
        boolean missed = false;
        for (JournalWatch journal : journals) {
            journaled.addAll(journal.framesFiled());
            missed |= journal.missed() > 0;
        }
        return missed ? rows.keySet() : journaled;
    }

    private List<Row> rows(Stand stand) throws RehearsalException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int number : log.students().keySet()) {
            for (Frame frame : stand.station().framesOf(number)) {
                rows.add(row(frame, OptionalInt.of(frame.owner().number())));
            }
        }
        for (Frame frame : stand.station().tray()) {
            rows.add(row(frame, OptionalInt.empty()));
        }
        return rows;
    }

    private static Row row(Frame frame, OptionalInt number) {
        return new Row(
                frame.id(),
                number,
                frame.owner().studentNumber(),
                frame.reason(),
                frame.file(),
                frame.sha256(),
                frame.portrait().isPresent(),
                frame.timing(),
                frame.sheets());
    }
}
