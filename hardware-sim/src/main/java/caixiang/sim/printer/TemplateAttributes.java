package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IntOrIntRange;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.MediaColDatabase;
import com.hp.jipp.model.MediaSizeSupported;
import com.hp.jipp.model.Orientation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;
import kotlin.ranges.IntRange;

/** The -default, -supported and -ready attributes of the job template group (RFC 8011 §5.2, PWG 5100.7 for media-col). */
final class TemplateAttributes {
    private TemplateAttributes() {}

    static List<Attribute<?>> all() {
        List<Attribute<?>> attributes = new ArrayList<>();
        for (KeywordChoice choice : KeywordChoice.ALL) {
            attributes.add(new KeywordType(choice.attribute() + "-default").of(choice.standard()));
            attributes.add(new KeywordType.Set(choice.attribute() + "-supported").of(choice.supported()));
        }
        attributes.addAll(numbers());
        attributes.addAll(media());
        return attributes;
    }

    private static List<Attribute<?>> numbers() {
        return List.of(
                Types.copiesDefault.of(1),
                Types.copiesSupported.of(new IntRange(1, JobTicketReader.COPIES_MAX)),
                Types.finishingsDefault.of(Finishing.none),
                Types.finishingsSupported.of(Finishing.none),
                Types.orientationRequestedDefault.of(Orientation.portrait),
                Types.orientationRequestedSupported.of(
                        Orientation.portrait,
                        Orientation.landscape,
                        Orientation.reverseLandscape,
                        Orientation.reversePortrait),
                Types.printQualityDefault.of(PrintQuality.normal),
                Types.printQualitySupported.of(PrintQuality.draft, PrintQuality.normal, PrintQuality.high),
                Types.printerResolutionDefault.of(Resolutions.DPI_300),
                Types.printerResolutionSupported.of(Resolutions.SUPPORTED),
                Types.overridesSupported.of("document-number", "pages"),
                Types.pageRangesSupported.of(true));
    }

    private static List<Attribute<?>> media() {
        Medium loaded = Medium.LOADED.get(0);
        List<KeywordOrName> names = Medium.LOADED.stream()
                .map(medium -> new KeywordOrName(medium.name()))
                .toList();
        List<MediaSizeSupported> sizes = Medium.LOADED.stream()
                .map(medium ->
                        new MediaSizeSupported(new IntOrIntRange(medium.width()), new IntOrIntRange(medium.height())))
                .toList();
        return List.of(
                Types.mediaDefault.of(loaded.name()),
                Types.mediaReady.of(loaded.name()),
                Types.mediaSupported.of(names),
                Types.mediaSizeSupported.of(sizes),
                Types.mediaColDefault.of(defaultCol(loaded)),
                Types.mediaColReady.of(List.of(entry(loaded, 0), entry(loaded, Medium.MARGINS.get(1)))),
                Types.mediaColSupported.of(
                        "media-size",
                        "media-size-name",
                        "media-top-margin",
                        "media-right-margin",
                        "media-bottom-margin",
                        "media-left-margin",
                        "media-type",
                        "media-source"),
                Types.mediaTopMarginSupported.of(Medium.MARGINS),
                Types.mediaRightMarginSupported.of(Medium.MARGINS),
                Types.mediaBottomMarginSupported.of(Medium.MARGINS),
                Types.mediaLeftMarginSupported.of(Medium.MARGINS),
                Types.mediaTypeSupported.of(
                        Medium.TYPES.stream().map(KeywordOrName::new).toList()),
                Types.mediaSourceSupported.of(List.of(new KeywordOrName(Medium.SOURCE), new KeywordOrName("auto"))));
    }

    /** Long, so it is only told when asked for by name (PWG 5100.7 §6.3.12). */
    static Attribute<?> mediaColDatabase() {
        List<MediaColDatabase> entries = new ArrayList<>();
        for (Medium medium : Medium.LOADED) {
            for (int margin : Medium.MARGINS) {
                entries.add(entry(medium, margin));
            }
        }
        return Types.mediaColDatabase.of(entries);
    }

    private static MediaColDatabase entry(Medium medium, int margin) {
        MediaColDatabase entry = new MediaColDatabase();
        entry.setMediaSize(
                new MediaColDatabase.MediaSize(new IntOrIntRange(medium.width()), new IntOrIntRange(medium.height())));
        entry.setMediaSizeName(new KeywordOrName(medium.name()));
        entry.setMediaTopMargin(margin);
        entry.setMediaRightMargin(margin);
        entry.setMediaBottomMargin(margin);
        entry.setMediaLeftMargin(margin);
        entry.setMediaType(new KeywordOrName(Medium.TYPES.get(0)));
        entry.setMediaSource(new KeywordOrName(Medium.SOURCE));
        return entry;
    }

    private static MediaCol defaultCol(Medium medium) {
        int margin = Medium.MARGINS.get(1);
        MediaCol col = new MediaCol();
        col.setMediaSize(new MediaCol.MediaSize(medium.width(), medium.height()));
        col.setMediaTopMargin(margin);
        col.setMediaRightMargin(margin);
        col.setMediaBottomMargin(margin);
        col.setMediaLeftMargin(margin);
        col.setMediaType(new KeywordOrName(Medium.TYPES.get(0)));
        col.setMediaSource(new KeywordOrName(Medium.SOURCE));
        return col;
    }
}
