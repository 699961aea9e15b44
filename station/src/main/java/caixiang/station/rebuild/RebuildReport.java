package caixiang.station.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a rebuild found, and what it cannot know. Filled by one thread, then read. */
public final class RebuildReport {
    private static final int REFUSED_NAMED_MAX = 100;

    private final Map<String, Integer> rows = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private int refusedCount;
    private int namesUnknown;
    private int framesMissing;
    private int movesUnknown;

    void row(String table) {
        rows.merge(table, 1, Integer::sum);
    }

    void refused(String why) {
        refusedCount++;
        if (refused.size() < REFUSED_NAMED_MAX) {
            refused.add(why);
        }
    }

    void nameUnknown() {
        namesUnknown++;
    }

    void frameMissing(String file) {
        framesMissing++;
        refused(file + ": its sidecar is there, the frame is not");
    }

    /** These were made before sidecars said to which operation they belong. */
    void movesUnknown(int count) {
        movesUnknown += count;
    }

    /** Moves that are in the frames' histories and can no longer be undone with one press. */
    public int movesUnknown() {
        return movesUnknown;
    }

    /** Rows made in a table. */
    public int rows(String table) {
        return rows.getOrDefault(table, 0);
    }

    /** Files that could not be used; the first hundred of them, each with the reason. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    public int refusedCount() {
        return refusedCount;
    }

    public int namesUnknown() {
        return namesUnknown;
    }

    /** Whether everything that lies in the archive is in the database now. */
    public boolean isComplete() {
        return refusedCount == 0 && namesUnknown == 0;
    }

    /** For a person to read, Chinese and English. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        rows.forEach((table, count) -> lines.add(String.format("%-10s %8d", table, count)));
        for (String why : refused) {
            lines.add("✗ " + why);
        }
        if (refusedCount > refused.size()) {
            lines.add("✗ … 另有 and %d more".formatted(refusedCount - refused.size()));
        }
        lines.add("无法得知 cannot be known:");
        if (namesUnknown > 0) {
            lines.add("- %d 个编号的姓名（没有写入时的身份密钥） the names of %d numbers (not the identity key they were sealed with)"
                    .formatted(namesUnknown, namesUnknown));
        }
        if (framesMissing > 0) {
            lines.add("- %d 张照片本身；运行 archive verify --heal 从第二份取回 %d frames themselves; archive verify --heal fetches"
                            .formatted(framesMissing, framesMissing)
                    + " them from the second copy");
        }
        if (movesUnknown > 0) {
            lines.add(("- 旧版程序做的 %d 次改归怎样撤销；照片仍在改后的号码下，可以再移动"
                            + " how to undo %d moves made by an older program; their frames stay where they were moved,"
                            + " and can be moved again")
                    .formatted(movesUnknown, movesUnknown));
        }
        lines.add("- 名单中未签到的人；请再导入名单 people of the roster who never checked in; import it again");
        lines.add("- 最后一秒内的签到；若有人持更大的编号，请核对 check-ins of the last second; compare with the highest slip");
        lines.add("- 相机卡中开拍前已有的照片；会被取回待认领区 what lay on the card before the session; it is fetched into the tray");
        lines.add("- 此前的操作日志 the journal until now");
        return lines;
    }
}
