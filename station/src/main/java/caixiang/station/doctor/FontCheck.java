package caixiang.station.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether a browser on this machine can show Chinese. The sheets carry their own font. */
record FontCheck() implements Check {
    private static final String SUBJECT = "fonts";
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Override
    public List<Finding> look() throws InterruptedException {
        return List.of(judge(ProgramOutput.of(List.of("fc-list", ":lang=zh", "family"), DEADLINE)));
    }

    static Finding judge(Optional<List<String>> families) {
        if (families.isEmpty()) {
            return Finding.warning(
                    SUBJECT,
                    "没有 fc-list，无法检查字体；若控制台显示方框，请安装 fonts-wqy-microhei",
                    "there is no fc-list to look with; if the console shows boxes, install fonts-wqy-microhei");
        }
        if (families.get().isEmpty()) {
            return Finding.warning(
                    SUBJECT,
                    "没有中文字体；在本机打开控制台前请安装 fonts-wqy-microhei",
                    "no font with Chinese characters; install fonts-wqy-microhei before opening the console here");
        }
        String first = families.get().get(0);
        return Finding.well(SUBJECT, "中文字体：" + first, "Chinese font: " + first);
    }
}
