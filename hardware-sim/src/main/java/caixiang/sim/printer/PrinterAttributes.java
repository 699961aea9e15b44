package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.StringType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import kotlin.ranges.IntRange;

/** The printer description attributes: who it is, what it takes, how it is (RFC 8011 §5.4, PWG 5100.14 §5.2). */
final class PrinterAttributes {
    private static final int SUPPLY_SHEETS = 400;

    private final String name;
    private final PrinterModel model;
    private final URI uri;
    private final URI webPage;
    private final Supplier<Instant> poweredOn;
    private final List<Operation> operations;

    PrinterAttributes(PrinterOptions options, URI uri, Supplier<Instant> poweredOn, Collection<Operation> operations) {
        this.name = options.name();
        this.model = options.model();
        this.uri = uri;
        this.webPage = URI.create("http://" + uri.getAuthority() + "/");
        this.poweredOn = poweredOn;
        this.operations = List.copyOf(operations);
    }

    List<Attribute<?>> all(JobQueue.PrinterStatus status, Supplies.Levels levels, Instant now) {
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.addAll(identity());
        attributes.addAll(service());
        attributes.addAll(limits());
        attributes.addAll(documents());
        attributes.addAll(state(status, now));
        attributes.addAll(supplies(levels));
        return attributes;
    }

    private List<Attribute<?>> identity() {
        return List.of(
                Types.printerName.of(name),
                Types.printerInfo.of(name),
                Types.printerLocation.of("simulated"),
                Types.printerMakeAndModel.of(model.makeAndModel()),
                Types.printerDeviceId.of("MFG:Caixiang;MDL:Simulated photo printer;CMD:PDF,JPEG,PWGRaster;"),
                Types.printerUuid.of(URI.create(
                        "urn:uuid:" + UUID.nameUUIDFromBytes((name + uri).getBytes(StandardCharsets.UTF_8)))),
                Types.printerMoreInfo.of(webPage),
                Types.printerIcons.of(List.of(webPage.resolve("/icon.png"))),
                Types.printerSupplyInfoUri.of(webPage),
                Types.printerGeoLocation.unknown(),
                Types.printerOrganization.of(""),
                Types.printerOrganizationalUnit.of(""));
    }

    private List<Attribute<?>> service() {
        return List.of(
                Types.printerUriSupported.of(List.of(uri)),
                Types.uriAuthenticationSupported.of("none"),
                Types.uriSecuritySupported.of("none"),
                Types.charsetConfigured.of("utf-8"),
                Types.charsetSupported.of("utf-8"),
                Types.naturalLanguageConfigured.of("en"),
                Types.generatedNaturalLanguageSupported.of("en"),
                Types.ippVersionsSupported.of("1.1", "2.0"),
                Types.ippFeaturesSupported.of("ipp-everywhere"),
                Types.operationsSupported.of(operations),
                Types.identifyActionsDefault.of("display"),
                Types.identifyActionsSupported.of("display"),
                Types.printerGetAttributesSupported.of("document-format"),
                Types.preferredAttributesSupported.of(false),
                Types.whichJobsSupported.of("completed", "not-completed", "all"));
    }

    private static List<Attribute<?>> limits() {
        int kilobytes = (int) (DocumentFolder.DOCUMENT_BYTES_MAX / 1024);
        return List.of(
                Types.jobIdsSupported.of(true),
                Types.jobKOctetsSupported.of(new IntRange(0, kilobytes)),
                Types.jobCreationAttributesSupported.of(JobTicketReader.attributesSupported()),
                Types.multipleDocumentJobsSupported.of(false),
                Types.multipleOperationTimeOut.of((int) JobQueue.DOCUMENT_WAIT_MAX.toSeconds()),
                Types.multipleOperationTimeOutAction.of("abort-job"),
                Types.pdlOverrideSupported.of("attempted"),
                Types.pagesPerMinute.of(12),
                Types.pagesPerMinuteColor.of(12),
                Types.colorSupported.of(true));
    }

    private static List<Attribute<?>> documents() {
        List<String> formats = new ArrayList<>(
                List.of(DocumentFolder.PDF, DocumentFolder.JPEG, DocumentFolder.PWG_RASTER, DocumentFolder.AUTO_SENSE));
        return List.of(
                new StringType(Tag.mimeMediaType, "document-format-default").of(DocumentFolder.AUTO_SENSE),
                new StringType.Set(Tag.mimeMediaType, "document-format-supported").of(formats),
                Types.compressionSupported.of("none"),
                Types.pwgRasterDocumentResolutionSupported.of(Resolutions.SUPPORTED),
                Types.pwgRasterDocumentSheetBack.of("normal"),
                Types.pwgRasterDocumentTypeSupported.of("srgb_8"));
    }

    private List<Attribute<?>> state(JobQueue.PrinterStatus status, Instant now) {
        List<String> reasons = status.conditions().isEmpty() ? List.of("none") : status.conditions();
        return List.of(
                Types.printerState.of(status.state()),
                Types.printerStateReasons.of(reasons),
                Types.printerIsAcceptingJobs.of(status.accepting()),
                Types.queuedJobCount.of(status.queuedJobs()),
                Types.printerUpTime.of(seconds(now)),
                Types.printerCurrentTime.of(calendar(now)),
                Types.printerStateChangeTime.of(seconds(status.changed())),
                Types.printerStateChangeDateTime.of(calendar(status.changed())),
                Types.printerConfigChangeTime.of(seconds(poweredOn.get())),
                Types.printerConfigChangeDateTime.of(calendar(poweredOn.get())));
    }

    private static List<Attribute<?>> supplies(Supplies.Levels levels) {
        boolean counts = levels.perRoll() > 0;
        String sheets = Integer.toString(counts ? levels.perRoll() : SUPPLY_SHEETS);
        // -3: at least one sheet (RFC 3805 prtInputCurrentLevel).
        String media = counts ? Integer.toString(levels.media()) : "-3";
        return List.of(
                Types.printerSupply.of(List.of(new KeyValues(
                        "index",
                        "1",
                        "class",
                        "supplyThatIsConsumed",
                        "type",
                        "ribbonWax",
                        "unit",
                        "sheets",
                        "maxcapacity",
                        sheets,
                        "level",
                        counts ? Integer.toString(levels.ribbon()) : "-3",
                        "colorantname",
                        "multi-color"))),
                Types.printerSupplyDescription.of("Ribbon"),
                Types.printerInputTray.of(List.of(new KeyValues(
                        "type",
                        "sheetFeedAutoRemovableTray",
                        "mediafeed",
                        "-2",
                        "mediaxfeed",
                        "-2",
                        "maxcapacity",
                        sheets,
                        "level",
                        media,
                        "status",
                        "0",
                        "name",
                        Medium.SOURCE))));
    }

    private int seconds(Instant at) {
        return new JobAttributes(uri, poweredOn).upTime(at);
    }

    private static Calendar calendar(Instant at) {
        return GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    }
}
