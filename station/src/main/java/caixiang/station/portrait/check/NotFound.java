package caixiang.station.portrait.check;

import caixiang.station.portrait.find.Sighting.Missing;
import caixiang.station.portrait.rules.Words;

/** What could not be found, in words. */
final class NotFound {
    private NotFound() {}

    static Words words(Missing what) {
        return switch (what) {
            case DETECTOR -> new Words("本机没有人脸检测程序，无法判断", "This machine has no face detector; nothing can be judged");
            case FACE -> new Words("没有找到人脸", "No face found");
            case EYES -> new Words("找到了人脸，但没有找到两只眼睛", "A face, but not two eyes were found");
            case CROWN ->
                new Words(
                        "没有找到头顶：头发与背景分不开",
                        "The top of the head was not found: hair and background cannot be told apart");
        };
    }
}
