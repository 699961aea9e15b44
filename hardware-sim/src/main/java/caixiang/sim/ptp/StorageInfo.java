package caixiang.sim.ptp;

/** The StorageInfo dataset of a memory card: ISO 15740:2013 §5.5.3. */
public record StorageInfo(long capacityBytes, long freeBytes, int freeImages, String label) {
    private static final int REMOVABLE_RAM = 4;
    private static final int FILE_SYSTEM_DCF = 3;
    private static final int READ_ONLY_WITH_DELETE = 2;

    public byte[] encode() {
        return new PtpWriter()
                .u16(REMOVABLE_RAM)
                .u16(FILE_SYSTEM_DCF)
                .u16(READ_ONLY_WITH_DELETE)
                .u64(capacityBytes)
                .u64(freeBytes)
                .u32(freeImages)
                .string("")
                .string(label)
                .toByteArray();
    }
}
