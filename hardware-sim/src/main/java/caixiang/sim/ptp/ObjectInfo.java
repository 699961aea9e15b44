package caixiang.sim.ptp;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The ObjectInfo dataset: ISO 15740:2013 §5.5.2. Times are the camera's own local time, as the standard has it. */
public record ObjectInfo(Place place, Content content, Picture thumbnail, String fileName, LocalDateTime captured) {
    private static final DateTimeFormatter PTP_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int BIT_DEPTH = 24;
    private static final int GENERIC_FOLDER = 1;

    /** Where the object lies: storage ID and handle of the folder. */
    public record Place(int storageId, int parent) {}

    /** What the object is; a folder has no size and no picture. */
    public record Content(ObjectFormat format, long sizeBytes, Picture picture) {}

    /** A picture's size in pixels; with {@code sizeBytes} 0 there is none. */
    public record Picture(int widthPixels, int heightPixels, int sizeBytes) {
        public static final Picture NONE = new Picture(0, 0, 0);
    }

    public byte[] encode() {
        boolean folder = content.format == ObjectFormat.ASSOCIATION;
        String time = PTP_TIME.format(captured);
        boolean hasThumbnail = thumbnail.sizeBytes > 0;
        return new PtpWriter()
                .u32(place.storageId)
                .u16(content.format.wire())
                .u16(0) // protection status: none
                .u32((int) content.sizeBytes)
                .u16(hasThumbnail ? ObjectFormat.JFIF.wire() : 0)
                .u32(thumbnail.sizeBytes)
                .u32(thumbnail.widthPixels)
                .u32(thumbnail.heightPixels)
                .u32(content.picture.widthPixels)
                .u32(content.picture.heightPixels)
                .u32(folder ? 0 : BIT_DEPTH)
                .u32(place.parent)
                .u16(folder ? GENERIC_FOLDER : 0)
                .u32(0) // association description
                .u32(0) // sequence number
                .string(fileName)
                .string(time)
                .string(time)
                .string("")
                .toByteArray();
    }
}
