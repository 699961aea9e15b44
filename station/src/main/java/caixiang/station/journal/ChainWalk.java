package caixiang.station.journal;

import caixiang.station.store.JournalLink;
import java.util.ArrayList;
import java.util.List;

/** Goes along one chain, of the database or of the files, and notes where it does not hold. */
final class ChainWalk {
    /** A chain that is broken once is usually broken all the way. */
    private static final int FINDINGS_MAX = 5;

    private final String chinese;
    private final String english;
    private final List<Finding> findings = new ArrayList<>();
    private long sequence;
    private String hash = JournalLink.START;

    ChainWalk(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    long sequence() {
        return sequence;
    }

    String hash() {
        return hash;
    }

    List<Finding> findings() {
        return findings;
    }

    void next(JournalLink link) {
        long number = link.sequence();
        if (number > sequence + 1) {
            note(
                    "缺第 %d 至 %d 行".formatted(sequence + 1, number - 1),
                    "rows %d to %d are missing".formatted(sequence + 1, number - 1));
        } else if (number <= sequence) {
            note(
                    "第 %d 行之后又出现第 %d 行".formatted(sequence, number),
                    "row %d stands behind row %d".formatted(number, sequence));
        } else if (!link.previousHash().equals(hash)) {
            note("第 %d 行接不上前一行".formatted(number), "row %d does not follow from the row before it".formatted(number));
        }
        if (!link.isWhole()) {
            note("第 %d 行被改动过".formatted(number), "row %d has been changed".formatted(number));
        }
        sequence = number;
        hash = link.hash();
    }

    void note(String whatChinese, String whatEnglish) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(new Finding(chinese + "：" + whatChinese, english + ": " + whatEnglish));
        }
    }
}
