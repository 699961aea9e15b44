package caixiang.sim.rehearsal.plan;

import java.util.List;
import java.util.stream.Stream;

/** One thing that goes wrong at a camera, at a printer, or with the station's processes. */
public enum Mishap {
    FOCUS_MISSED(FaultGroup.CAMERA, "对不上焦", "the lens finds no focus"),
    CAMERA_BUSY(FaultGroup.CAMERA, "相机忙", "the camera is busy"),
    CARD_FULL(FaultGroup.CAMERA, "存储卡报满", "the card says it is full"),
    DROPPED_BEFORE_EXPOSURE(FaultGroup.CAMERA, "曝光前断线", "the connection drops before the exposure"),
    DROPPED_AFTER_EXPOSURE(FaultGroup.CAMERA, "曝光后断线", "the connection drops after the exposure"),
    DROPPED_IN_TRANSFER(FaultGroup.CAMERA, "传输中断线", "the connection drops in the transfer"),
    STALLED_IN_TRANSFER(FaultGroup.CAMERA, "传输卡住", "the transfer stalls"),
    LATE_FRAME(FaultGroup.CAMERA, "照片迟到，等它", "the frame comes late; the operator waits"),
    LATE_FRAME_AND_NEXT(FaultGroup.CAMERA, "照片迟到，先拍下一位", "the frame comes late; the next person is called"),
    POWER_CYCLED(FaultGroup.CAMERA, "相机关机再开", "the camera is switched off and on"),
    EVENT_LOST(FaultGroup.CAMERA, "相机漏报新照片", "the camera never announces the frame"),
    EVENT_DOUBLED(FaultGroup.CAMERA, "相机重复报新照片", "the camera announces the frame twice"),
    BODY_PRESSED(FaultGroup.CAMERA, "直接按机身快门", "the body's own button is pressed"),

    MEDIA_EMPTY(FaultGroup.PRINT, "相纸用完再装", "paper runs out and is filled up"),
    COVER_OPENED(FaultGroup.PRINT, "打印机开盖再合", "the cover is opened and closed"),
    JOBS_REFUSED(FaultGroup.PRINT, "打印机拒收任务", "the printer refuses jobs for a while"),
    PRINTER_VANISHED(FaultGroup.PRINT, "打印机掉线再回来", "the printer vanishes and comes back"),
    ANSWER_LOST(FaultGroup.PRINT, "打印机的答复丢失", "the printer's answer is lost"),

    STATION_KILLED_IN_SHOT(FaultGroup.STATION, "按下快门后强杀采像站", "the station is killed during a shot"),
    STATION_KILLED_IDLE(FaultGroup.STATION, "两次拍摄之间强杀采像站", "the station is killed between two shots"),
    AGENT_KILLED(FaultGroup.STATION, "拍摄中强杀相机代理", "the camera agent is killed during a shot");

    private final FaultGroup group;
    private final String chinese;
    private final String english;

    Mishap(FaultGroup group, String chinese, String english) {
        this.group = group;
        this.chinese = chinese;
        this.english = english;
    }

    public FaultGroup group() {
        return group;
    }

    public Wording wording() {
        return new Wording(chinese, english);
    }

    static List<Mishap> of(FaultGroup group) {
        return Stream.of(values()).filter(mishap -> mishap.group == group).toList();
    }
}
