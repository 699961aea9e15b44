package caixiang.station.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Room for the day where the data will lie.
 *
 * @param leastBytes below this the station refuses to shoot
 */
record DiskCheck(Path data, long leastBytes) implements Check {
    private static final String SUBJECT = "disk";

    /** Two thousand frames of ten megabytes with their portraits and sheets. */
    private static final long DAY_BYTES = 24L << 30;

    @Override
    public List<Finding> look() {
        Optional<Path> existing = existing(data.toAbsolutePath());
        if (existing.isEmpty() || !Files.isWritable(existing.get())) {
            return List.of(Finding.fault(
                    SUBJECT,
                    "数据文件夹 %s 无法写入；请更改设置 data 或其权限".formatted(data),
                    "the data folder %s cannot be written; change the setting data or its permissions"
                            .formatted(data)));
        }
        // Not Files.getFileStore: it looks the mount point up, which fails under a changed root such as a container's.
        return List.of(judge(existing.get().toFile().getUsableSpace()));
    }

    private Finding judge(long freeBytes) {
        String free = gibibytes(freeBytes);
        if (freeBytes < leastBytes) {
            return Finding.fault(
                    SUBJECT,
                    "磁盘只剩 %s，低于 %s 时不拍摄；请清理或更换磁盘".formatted(free, gibibytes(leastBytes)),
                    "%s free, and below %s the station refuses to shoot; free some or use another disk"
                            .formatted(free, gibibytes(leastBytes)));
        }
        if (freeBytes < DAY_BYTES) {
            return Finding.warning(
                    SUBJECT,
                    "磁盘剩余 %s；两千人的一天约需 %s".formatted(free, gibibytes(DAY_BYTES)),
                    "%s free; a day of two thousand people takes about %s".formatted(free, gibibytes(DAY_BYTES)));
        }
        return Finding.well(SUBJECT, "磁盘剩余 " + free, free + " free");
    }

    /** The folder itself or the nearest one above it that is there: the station makes the rest. */
    private static Optional<Path> existing(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
