package caixiang.station.doctor;

import caixiang.station.camera.agent.AgentProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** libgphoto2, the cameras it finds on USB, and who else holds them. */
record CameraCheck(String wanted, DeviceHolders holders, CameraCheck.Probe probe) implements Check {
    private static final String LIBRARY = "libgphoto2";
    private static final String CAMERA = "camera";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4}).*");

    /** Fixes CVE-2026-40333 to 40336 and 40338 to 40341: reads beyond what a USB device sent (libgphoto2 NEWS). */
    private static final String VERSION_ADVISED = "2.5.34";

    /** Lines as {@link AgentProbe} writes them. */
    @FunctionalInterface
    interface Probe {
        List<String> lines() throws InterruptedException;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        boolean isLoaded = false;
        for (String line : probe.lines()) {
            if (line.startsWith(AgentProbe.LIBRARY)) {
                isLoaded = true;
                findings.add(library(line.substring(AgentProbe.LIBRARY.length()).strip()));
            } else if (line.startsWith(AgentProbe.CAMERA)) {
                String[] words = line.split(" ", 3);
                ports.add(words[1]);
                findings.addAll(camera(words[1], words[2]));
            } else if (line.startsWith(AgentProbe.FAULT)) {
                String why = line.substring(AgentProbe.FAULT.length());
                findings.add(Finding.fault(
                        LIBRARY,
                        "无法使用 libgphoto2：%s。请安装 libgphoto2-6".formatted(why),
                        "libgphoto2 cannot be used: %s. Install libgphoto2-6".formatted(why)));
            }
        }
        if (isLoaded && ports.isEmpty()) {
            findings.add(noCamera());
        }
        return findings;
    }

    private static Finding library(String version) {
        return isAtLeast(version, VERSION_ADVISED)
                ? Finding.well(LIBRARY, "libgphoto2 " + version, "libgphoto2 " + version)
                : Finding.warning(
                        LIBRARY,
                        "libgphoto2 %s 可用，但早于 %s，未含其安全修复；只连接自己的相机".formatted(version, VERSION_ADVISED),
                        "libgphoto2 %s works but lacks the security fixes of %s; connect no camera but your own"
                                .formatted(version, VERSION_ADVISED));
    }

    private List<Finding> camera(String port, String model) {
        List<String> others = holders.of(port);
        if (others.isEmpty() && holders.mayOpen(port)) {
            return List.of(Finding.well(CAMERA, "相机 %s（%s）".formatted(model, port), "%s at %s".formatted(model, port)));
        }
        if (others.isEmpty()) {
            return List.of(Finding.fault(
                    CAMERA,
                    "相机 %s（%s）无权打开；请将用户加入 plugdev 组后重新登录并重插相机".formatted(model, port),
                    "%s at %s may not be opened; add yourself to the group plugdev, sign in again and replug it"
                            .formatted(model, port)));
        }
        String names = String.join(", ", others);
        // The desktop's own camera service starts again by itself unless it is stopped this way.
        String end = names.contains("gvfs") ? "systemctl --user stop gvfs-gphoto2-volume-monitor" : "kill";
        return List.of(Finding.fault(
                CAMERA,
                "相机 %s（%s）被其他程序占用：%s；请先结束它（%s）".formatted(model, port, names, end),
                "%s at %s is held by %s; end it first (%s)".formatted(model, port, names, end)));
    }

    private Finding noCamera() {
        if (wanted.equals("auto") || wanted.startsWith("usb:")) {
            return Finding.warning(
                    CAMERA,
                    "没有找到 USB 相机；请开机、接好数据线，并在相机菜单中选择 PTP/MTP",
                    "no camera on USB; switch it on, plug the cable in, and choose PTP/MTP in its menu");
        }
        return Finding.well(
                CAMERA,
                "USB 上没有相机；设置为 %s".formatted(wanted),
                "no camera on USB; the settings say %s".formatted(wanted));
    }

    static boolean isAtLeast(String version, String least) {
        Matcher actual = VERSION.matcher(version);
        Matcher bound = VERSION.matcher(least);
        if (!actual.matches() || !bound.matches()) {
            return false;
        }
        for (int part = 1; part <= 3; part++) {
            int difference = Integer.parseInt(actual.group(part)) - Integer.parseInt(bound.group(part));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }
}
