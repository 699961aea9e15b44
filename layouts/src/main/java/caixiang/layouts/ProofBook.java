package caixiang.layouts;

import caixiang.layouts.gang.ProofGrid;
import caixiang.layouts.pdf.DocumentFacts;
import caixiang.layouts.pdf.PdfBook;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.PortraitFormat;
import caixiang.layouts.picture.Portraits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Contact sheets for the office: everybody of a class with number, name, a small crop and a remark. */
public final class ProofBook {

    /** Enough to know somebody by, and small enough to send. */
    private static final PortraitFormat SMALL = PortraitFormat.printed(ProofGrid.CROP, 150, 85);

    private static final int CELLS = ProofGrid.COLUMNS * ProofGrid.ROWS;

    private final List<String> withoutPicture = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int people;
    private int pages;

    /** Writes the sheets; who has no picture, or none that can be read, gets an empty frame. */
    public BookReport write(List<Subject> subjects, DocumentFacts facts, OutputStream out) throws IOException {
        Map<String, List<Subject>> groups = new LinkedHashMap<>();
        subjects.forEach(subject -> groups.computeIfAbsent(subject.group(), group -> new ArrayList<>())
                .add(subject));
        try (var book = PdfBook.begin(out, facts)) {
            for (Map.Entry<String, List<Subject>> group : groups.entrySet()) {
                List<Subject> all = group.getValue();
                int count = (all.size() + CELLS - 1) / CELLS;
                for (int page = 0; page < count; page++) {
                    String title =
                            "%s   %d 人 / people   %d / %d".formatted(group.getKey(), all.size(), page + 1, count);
                    page(book, title, all.subList(page * CELLS, Math.min(all.size(), (page + 1) * CELLS)));
                }
            }
            return new BookReport(people, pages, withoutPicture, refused, book.finish());
        }
    }

    private void page(PdfBook book, String title, List<Subject> subjects) throws IOException {
        Map<Integer, Integer> pictures = new HashMap<>();
        var cells = new ArrayList<ProofGrid.Cell>();
        for (Subject subject : subjects) {
            OptionalInt picture = picture(book, subject);
            picture.ifPresent(number -> pictures.put(cells.size() + 1, number));
            String remark = subject.remark().isBlank() && picture.isEmpty() ? "无照片 / no picture" : subject.remark();
            cells.add(new ProofGrid.Cell(picture.isPresent(), List.of(subject.number(), subject.name(), remark)));
        }
        book.add(ProofGrid.plan(title, cells), pictures, 1);
        pages++;
    }

    private OptionalInt picture(PdfBook book, Subject subject) throws IOException {
        if (subject.portrait().isEmpty()) {
            withoutPicture.add(subject.number());
            return OptionalInt.empty();
        }
        try {
            int picture = book.add(small(subject.portrait().get()));
            people++;
            return OptionalInt.of(picture);
        } catch (PictureException e) {
            refused.add(subject.number() + ": " + e.getMessage());
            return OptionalInt.empty();
        }
    }

    private static JpegBytes small(Path portrait) throws PictureException {
        return Portraits.cut(JpegBytes.read(portrait), CropRectangle.WHOLE, SMALL)
                .jpeg();
    }
}
