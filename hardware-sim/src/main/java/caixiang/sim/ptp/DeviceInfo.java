package caixiang.sim.ptp;

import java.util.List;

/** The DeviceInfo dataset: ISO 15740:2013 §5.5.1. */
public record DeviceInfo(VendorExtension vendorExtension, Supported supported, Identity identity) {
    private static final int STANDARD_VERSION = 100;
    private static final int FUNCTIONAL_MODE_STANDARD = 0;

    /** Whose vendor codes these are; all zero when there are none. */
    public record VendorExtension(int id, int version, String description) {}

    /** What the responder can do. */
    public record Supported(
            List<OperationCode> operations,
            List<EventCode> events,
            List<PropertyCode> properties,
            List<ObjectFormat> captureFormats,
            List<ObjectFormat> imageFormats) {
        public Supported {
            operations = List.copyOf(operations);
            events = List.copyOf(events);
            properties = List.copyOf(properties);
            captureFormats = List.copyOf(captureFormats);
            imageFormats = List.copyOf(imageFormats);
        }
    }

    /** Whose body it is. */
    public record Identity(String manufacturer, String model, String deviceVersion, String serialNumber) {}

    public byte[] encode() {
        return new PtpWriter()
                .u16(STANDARD_VERSION)
                .u32(vendorExtension.id)
                .u16(vendorExtension.version)
                .string(vendorExtension.description)
                .u16(FUNCTIONAL_MODE_STANDARD)
                .codes(supported.operations)
                .codes(supported.events)
                .codes(supported.properties)
                .codes(supported.captureFormats)
                .codes(supported.imageFormats)
                .string(identity.manufacturer)
                .string(identity.model)
                .string(identity.deviceVersion)
                .string(identity.serialNumber)
                .toByteArray();
    }
}
