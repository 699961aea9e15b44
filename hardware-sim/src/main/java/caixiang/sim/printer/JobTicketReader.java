package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** From the attributes of a job creation request to a ticket, and what of it this printer cannot do (RFC 8011 §4.1.7). */
final class JobTicketReader {
    static final int COPIES_MAX = 99;

    /** Every job template attribute the printer knows, with the test whether it can do what is asked. */
    private static final Map<String, Predicate<AttributeGroup>> CHECKS = checks();

    private JobTicketReader() {}

    record Result(JobTicket ticket, List<Attribute<?>> unsupported) {}

    static List<String> attributesSupported() {
        return List.copyOf(CHECKS.keySet());
    }

    /** Refuses when something is unsupported and the client asked for ipp-attribute-fidelity. */
    static Result read(IppPacket request) throws IppRefusal {
        AttributeGroup asked = request.get(Tag.jobAttributes);
        List<Attribute<?>> accepted = new ArrayList<>();
        List<Attribute<?>> unsupported = new ArrayList<>();
        if (asked != null) {
            for (Attribute<?> attribute : asked) {
                Predicate<AttributeGroup> check = CHECKS.get(attribute.getName());
                boolean can = check != null && check.test(asked);
                (can ? accepted : unsupported).add(attribute);
            }
        }
        if (!unsupported.isEmpty()
                && Boolean.TRUE.equals(request.getValue(Tag.operationAttributes, Types.ippAttributeFidelity))) {
            throw new IppRefusal(
                    Status.clientErrorAttributesOrValuesNotSupported, "the job cannot be done as asked", unsupported);
        }
        return new Result(ticket(request, accepted), unsupported);
    }

    private static JobTicket ticket(IppPacket request, List<Attribute<?>> accepted) {
        AttributeGroup group = AttributeGroup.groupOf(Tag.jobAttributes, accepted);
        String name = Optional.ofNullable(request.getString(Tag.operationAttributes, Types.jobName))
                .orElse("Untitled");
        String user = Optional.ofNullable(request.getString(Tag.operationAttributes, Types.requestingUserName))
                .orElse("anonymous");
        int copies = Optional.ofNullable(group.getValue(Types.copies)).orElse(1);
        return new JobTicket(name, user, copies, page(group), accepted);
    }

    private static JobTicket.PageSetup page(AttributeGroup group) {
        String scaling = Optional.ofNullable(group.getValue(Types.printScaling)).orElse("auto");
        MediaCol col = group.getValue(Types.mediaCol);
        Optional<Medium> named =
                Optional.ofNullable(group.getValue(Types.media)).flatMap(JobTicketReader::byName);
        Medium loaded = named.orElse(Medium.LOADED.get(0));
        boolean asked = named.isPresent();
        int width = loaded.width();
        int height = loaded.height();
        JobTicket.Margins margins = JobTicket.Margins.UNSPECIFIED;
        if (col != null) {
            margins = new JobTicket.Margins(
                    orNotAsked(col.getMediaTopMargin()),
                    orNotAsked(col.getMediaRightMargin()),
                    orNotAsked(col.getMediaBottomMargin()),
                    orNotAsked(col.getMediaLeftMargin()));
            Optional<Medium> sized = sizeOf(col);
            asked |= sized.isPresent();
            width = sized.map(Medium::width).orElse(width);
            height = sized.map(Medium::height).orElse(height);
        }
        return new JobTicket.PageSetup(width, height, asked, margins, scaling);
    }

    private static Map<String, Predicate<AttributeGroup>> checks() {
        Map<String, Predicate<AttributeGroup>> checks = new LinkedHashMap<>();
        checks.put("copies", group -> isBetween(1, group.getValue(Types.copies), COPIES_MAX));
        checks.put("finishings", group -> group.getStrings(Types.finishings).equals(List.of("none")));
        checks.put(
                "media",
                group -> Optional.ofNullable(group.getValue(Types.media))
                        .flatMap(JobTicketReader::byName)
                        .isPresent());
        checks.put("media-col", group -> isOffered(group.getValue(Types.mediaCol)));
        checks.put("orientation-requested", group -> group.getValue(Types.orientationRequested) != null);
        checks.put("overrides", group -> false);
        checks.put("page-ranges", group -> true);
        checks.put("print-quality", group -> group.getValue(Types.printQuality) != null);
        checks.put(
                "printer-resolution", group -> Resolutions.SUPPORTED.contains(group.getValue(Types.printerResolution)));
        for (KeywordChoice choice : KeywordChoice.ALL) {
            KeywordType type = new KeywordType(choice.attribute());
            checks.put(choice.attribute(), group -> choice.supported().contains(group.getString(type)));
        }
        return checks;
    }

    private static boolean isOffered(@Nullable MediaCol col) {
        if (col == null) {
            return false;
        }
        boolean noneAsked = col.getMediaSize() == null && col.getMediaSizeName() == null;
        return (noneAsked || sizeOf(col).isPresent())
                && isMargin(col.getMediaTopMargin())
                && isMargin(col.getMediaRightMargin())
                && isMargin(col.getMediaBottomMargin())
                && isMargin(col.getMediaLeftMargin())
                && isOneOf(Medium.TYPES, col.getMediaType())
                && isOneOf(List.of(Medium.SOURCE, "auto"), col.getMediaSource());
    }

    private static Optional<Medium> sizeOf(MediaCol col) {
        MediaCol.MediaSize size = col.getMediaSize();
        if (size == null) {
            return Optional.ofNullable(col.getMediaSizeName()).flatMap(JobTicketReader::byName);
        }
        Integer width = size.getXDimension();
        Integer height = size.getYDimension();
        if (width == null || height == null) {
            return Optional.empty();
        }
        return Medium.LOADED.stream()
                .filter(medium -> medium.measures(width, height))
                .findFirst();
    }

    private static Optional<Medium> byName(KeywordOrName name) {
        return Medium.LOADED.stream()
                .filter(medium -> medium.name().equals(name.asString()))
                .findFirst();
    }

    private static boolean isMargin(@Nullable Integer margin) {
        return margin == null || Medium.MARGINS.contains(margin);
    }

    private static boolean isOneOf(List<String> offered, @Nullable KeywordOrName asked) {
        return asked == null || offered.contains(asked.asString());
    }

    private static boolean isBetween(int least, @Nullable Integer value, int most) {
        return value != null && value >= least && value <= most;
    }

    private static int orNotAsked(@Nullable Integer margin) {
        return margin == null ? JobTicket.Margins.NOT_ASKED : margin;
    }
}
