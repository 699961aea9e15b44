package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.day.PressRecord;
import java.util.Map;

/** What a station's answers mean, for a reader of Chinese. The codes are those of its API. */
final class Answers {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry(PressRecord.FILED, "已归档"),
            Map.entry(PressRecord.LATE, "迟到"),
            Map.entry(PressRecord.NO_ANSWER, "无答复"),
            Map.entry(PressRecord.BODY, "机身快门"),
            Map.entry("out-of-focus", "未对上焦"),
            Map.entry("camera-busy", "相机忙"),
            Map.entry("capture-busy", "上一张未完"),
            Map.entry("card-full", "卡已满"),
            Map.entry("camera-not-found", "找不到相机"),
            Map.entry("camera-disconnected", "相机断开"),
            Map.entry("camera-timed-out", "相机超时"),
            Map.entry("camera-unknown", "相机出错"),
            Map.entry("agent-lost", "相机代理重启"),
            Map.entry("damaged-frame", "照片不完整"),
            Map.entry("store-failed", "记录失败"));

    private Answers() {}

    /** Followed by a blank; empty for a code that has no word here. */
    static String chinese(String code) {
        return CHINESE.containsKey(code) ? CHINESE.get(code) + " " : "";
    }
}
