package caixiang.station.print.ipp;

import caixiang.station.print.PrintOrder;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.List;

/** What a printer can do, and how a sheet is to be asked of it. */
final class PrinterCapabilities {
    static final String PDF = "application/pdf";

    /** All that is looked at; media-col-database is told only when named. */
    static final List<AttributeType<?>> ATTRIBUTES = List.of(
            Types.operationsSupported,
            Types.documentFormatSupported,
            Types.mediaColDatabase,
            Types.mediaSizeSupported,
            Types.mediaTopMarginSupported,
            Types.mediaBottomMarginSupported,
            Types.mediaLeftMarginSupported,
            Types.mediaRightMarginSupported,
            Types.printScalingSupported,
            Types.printQualitySupported,
            Types.printContentOptimizeSupported,
            Types.printColorModeSupported,
            Types.sidesSupported);

    private final AttributeGroup printer;

    PrinterCapabilities(AttributeGroup printer) {
        this.printer = printer;
    }

    /** Create-Job tells the job's id before the document goes, so it is the better way where there is one. */
    boolean canCreateJobs() {
        List<Operation> operations = printer.getValues(Types.operationsSupported);
        return operations.contains(Operation.createJob) && operations.contains(Operation.sendDocument);
    }

    /**
     * The job template attributes for a sheet at true size on the right paper.
     *
     * @throws PrinterException if this printer cannot do that
     */
    List<Attribute<?>> jobAttributes(PrintOrder order) throws PrinterException {
        require(Types.documentFormatSupported, PDF, PrinterFault.FORMAT_UNSUPPORTED);
        // A printer that knows nothing of print-scaling is asked all the same: it must name what it ignores.
        if (printer.get(Types.printScalingSupported) != null) {
            require(Types.printScalingSupported, "none", PrinterFault.SCALING_UNSUPPORTED);
        }
        List<MediaOffer> offers = MediaOffer.of(printer);
        MediaChoice media = MediaChoice.of(offers, order)
                .orElseThrow(() -> new PrinterException(
                        PrinterFault.MEDIA_UNSUPPORTED,
                        "no paper of " + order.media().size() + " with margins of at most " + order.clearance()
                                + " among " + offers));
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(Types.copies.of(1));
        attributes.add(Types.mediaCol.of(media.mediaCol()));
        attributes.add(Types.printScaling.of("none"));
        if (printer.getValues(Types.printQualitySupported).contains(PrintQuality.high)) {
            attributes.add(Types.printQuality.of(PrintQuality.high));
        }
        addWhereSupported(attributes, Types.printContentOptimize, "photo");
        addWhereSupported(attributes, Types.printColorMode, "color");
        addWhereSupported(attributes, Types.sides, "one-sided");
        return attributes;
    }

    private void addWhereSupported(List<Attribute<?>> attributes, KeywordType type, String keyword) {
        if (printer.getStrings(new KeywordType(type.getName() + "-supported")).contains(keyword)) {
            attributes.add(type.of(keyword));
        }
    }

    private void require(AttributeType<?> supported, String value, PrinterFault fault) throws PrinterException {
        List<String> values = printer.getStrings(supported);
        if (!values.contains(value)) {
            throw new PrinterException(fault, supported.getName() + " has no " + value + ", only " + values);
        }
    }
}
