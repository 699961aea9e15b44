package caixiang.layouts;

import caixiang.layouts.gang.GangDeal;
import caixiang.layouts.gang.GangGrid;
import caixiang.layouts.gang.GangOrder;
import caixiang.layouts.gang.TextPage;
import caixiang.layouts.pdf.DocumentFacts;
import caixiang.layouts.pdf.PdfBook;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.SheetPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Many people on large paper, for a lab: for each class a cover sheet, then its sheets. Pictures are read one after the
 * other and their bytes go into the file untouched, so memory does not grow with them.
 */
public final class GangBook {

    private static final int COVER_NAMES_MAX = 40;

    private final Media media;
    private final List<Item> items;
    private final GangOrder order;
    private final List<String> withoutPicture = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int people;
    private int pages;

    /** @param items what everybody gets, such as 2寸 four times and 1寸 eight times */
    public GangBook(Media media, List<Item> items, GangOrder order) {
        this.media = media;
        this.items = List.copyOf(items);
        this.order = order;
    }

    /** So many copies of one photo size, and how they lie on a sheet. */
    public record Item(PhotoSize photo, int copies, GangGrid grid) {}

    /** Somebody whose picture is in the file. */
    private record Placed(Subject subject, int picture) {}

    /**
     * Writes the book; people of one class stand together in the order of the list. Who has no picture, or one that cannot
     * be printed, is named on the cover sheet and in the report, and takes no slot.
     */
    public BookReport write(List<Subject> subjects, DocumentFacts facts, OutputStream out) throws IOException {
        Map<String, List<Subject>> groups = new LinkedHashMap<>();
        subjects.forEach(subject -> groups.computeIfAbsent(subject.group(), group -> new ArrayList<>())
                .add(subject));
        try (var book = PdfBook.begin(out, facts)) {
            for (Map.Entry<String, List<Subject>> group : groups.entrySet()) {
                write(book, group.getKey(), group.getValue());
            }
            return new BookReport(people, pages, withoutPicture, refused, book.finish());
        }
    }

    private void write(PdfBook book, String group, List<Subject> subjects) throws IOException {
        var lacking = new ArrayList<String>();
        var placed = new ArrayList<Placed>();
        for (Subject subject : subjects) {
            if (subject.portrait().isEmpty()) {
                withoutPicture.add(subject.number());
                lacking.add(subject.number());
                continue;
            }
            try {
                placed.add(
                        new Placed(subject, book.add(fitting(subject.portrait().get()))));
            } catch (PictureException e) {
                refused.add(subject.number() + ": " + e.getMessage());
                lacking.add(subject.number());
            }
        }
        people += placed.size();
        add(book, TextPage.plan(media.size(), cover(group, placed, lacking)), Map.of(), 1);
        for (Item item : items) {
            sheets(book, group, placed, item);
        }
    }

    private JpegBytes fitting(Path file) throws PictureException {
        JpegBytes portrait = JpegBytes.read(file);
        for (Item item : items) {
            Sheets.requireFit(portrait, item.photo());
        }
        return portrait;
    }

    private void sheets(PdfBook book, String group, List<Placed> placed, Item item) throws IOException {
        var deal = new GangDeal(order, placed.size(), item.grid().slots().size(), item.copies());
        for (int sheet = 0; sheet < deal.sheets(); sheet++) {
            Map<Integer, Integer> pictures = new HashMap<>();
            List<PlacedCaption> labels = new ArrayList<>();
            List<Subject> here = new ArrayList<>();
            for (int slot = 0; slot < deal.slots(); slot++) {
                OptionalInt person = deal.person(sheet, slot);
                if (person.isPresent()) {
                    Placed one = placed.get(person.getAsInt());
                    pictures.put(slot + 1, one.picture());
                    here.add(one.subject());
                    labels.add(new PlacedCaption(
                            one.subject().number(),
                            item.grid().label(slot),
                            Orientation.PORTRAIT,
                            item.grid().labelFont()));
                }
            }
            SheetPlan plan = Imposition.plan(item.grid().template(), slug(group, here, item, sheet, deal));
            labels.addAll(plan.captions());
            add(
                    book,
                    new SheetPlan(plan.page(), plan.pictures(), labels, plan.cutMarks(), plan.bars()),
                    pictures,
                    deal.times());
        }
    }

    private static String slug(String group, List<Subject> here, Item item, int sheet, GangDeal deal) {
        String times = deal.times() > 1 ? "   ×" + deal.times() : "";
        return group + "   " + item.photo().name() + " (" + item.photo().size() + ")   " + range(here) + "   "
                + (sheet + 1) + " / " + deal.sheets() + times;
    }

    private List<String> cover(String group, List<Placed> placed, List<String> lacking) {
        var lines = new ArrayList<String>();
        lines.add(group.isBlank() ? "—" : group);
        lines.add(range(placed.stream().map(Placed::subject).toList()) + "   " + placed.size() + " 人 / people");
        for (Item item : items) {
            var deal = new GangDeal(order, placed.size(), item.grid().slots().size(), item.copies());
            lines.add("%s ×%d (%s):  %d 版 × %d 张 / %d sheets, each %d times"
                    .formatted(
                            item.photo().name(),
                            item.copies(),
                            item.photo().size(),
                            deal.sheets(),
                            deal.times(),
                            deal.sheets(),
                            deal.times()));
        }
        lines.add(
                order == GangOrder.PILES
                        ? "同版各张叠齐裁切，每摞即一人 / cut the equal sheets together: each pile is one person"
                        : "按序叠齐裁切，各摞依次相叠 / cut in order, lay the piles on each other: sorted by number");
        if (!lacking.isEmpty()) {
            lines.add("无照片 / no picture: " + shortened(lacking));
        }
        return lines;
    }

    private static String shortened(List<String> numbers) {
        String shown = String.join(" ", numbers.subList(0, Math.min(COVER_NAMES_MAX, numbers.size())));
        return numbers.size() > COVER_NAMES_MAX ? shown + " … (" + numbers.size() + ")" : shown;
    }

    private static String range(List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return "—";
        }
        String first = subjects.get(0).number();
        String last = subjects.get(subjects.size() - 1).number();
        return first.equals(last) ? first : first + "–" + last;
    }

    private void add(PdfBook book, SheetPlan plan, Map<Integer, Integer> pictures, int times) throws IOException {
        book.add(plan, pictures, times);
        pages += times;
    }
}
