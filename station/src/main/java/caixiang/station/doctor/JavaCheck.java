package caixiang.station.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The Java that runs this, and whether it can name files in Chinese. */
record JavaCheck(int version, String fileNameEncoding) implements Check {
    private static final int VERSION_MIN = 17;
    private static final String SUBJECT = "Java";

    @Override
    public List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        if (version >= VERSION_MIN) {
            findings.add(Finding.well(SUBJECT, "Java " + version, "Java " + version));
        } else {
            findings.add(Finding.fault(
                    SUBJECT,
                    "Java %d 太旧，请安装 openjdk-17-jdk-headless 或更新版本".formatted(version),
                    "Java %d is too old; install openjdk-17-jdk-headless or newer".formatted(version)));
        }
        if (!fileNameEncoding.toUpperCase(Locale.ROOT).startsWith("UTF-8")) {
            findings.add(Finding.fault(
                    SUBJECT,
                    "文件名编码为 %s，无法使用中文文件名；请用 ./caixiang 启动，或设置 LC_ALL=C.UTF-8".formatted(fileNameEncoding),
                    "file names are %s, so none can be Chinese; start with ./caixiang or set LC_ALL=C.UTF-8"
                            .formatted(fileNameEncoding)));
        }
        return findings;
    }
}
