package caixiang.sim;

import caixiang.sim.rehearsal.plan.DayOrder;
import caixiang.sim.rehearsal.plan.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the report says about the rehearsal itself: what was simulated, and how to replay it. */
final class DayRemarks {
    private static final List<String> REPLAYED =
            List.of("--faults", "--every", "--megapixels", "--settings", "--camera", "--printer");

    private DayRemarks() {}

    static String command(Arguments arguments, DayOrder order) {
        StringBuilder command = new StringBuilder("./caixiang rehearse --people %d --seed %d --desks %d --cameras %d"
                .formatted(order.people(), order.seed(), order.desks(), order.cameras()));
        for (String option : REPLAYED) {
            arguments
                    .text(option)
                    .ifPresent(value ->
                            command.append(' ').append(option).append(' ').append(value));
        }
        return command.toString();
    }

    static List<Wording> of(Arguments arguments, DaySite.RealDevices real, DaySettings settings, String megapixels) {
        List<Wording> remarks = new ArrayList<>();
        remarks.add(new Wording(
                "来的人都是编造的，证件号属于未分配地区。", "The people are invented; their identity numbers are of an unassigned area."));
        remarks.add(camera(real.camera(), megapixels));
        remarks.add(printer(real.printer()));
        Optional<String> own = arguments.text("--settings");
        remarks.add(
                own.isPresent()
                        ? new Wording(
                                "采像站用设置文件 " + own.get() + "，但数据、密钥、共享数据库另用演练的。",
                                "The station ran with " + own.get() + ", but with data, key and database of its own.")
                        : new Wording(
                                "采像站用默认设置，迟到时限改为 3 秒。",
                                "The station ran with the default settings, its deadline set to 3 s."));
        settings.secondCopy()
                .ifPresent(folder -> remarks.add(new Wording(
                        "第二份副本写在 " + folder + "，看完可删。",
                        "Second copies lie in " + folder + "; delete them afterwards.")));
        return remarks;
    }

    private static Wording printer(Optional<String> uri) {
        if (uri.isEmpty()) {
            return new Wording("打印机是仿真的，出纸逐张核对。", "The printer was simulated; each sheet that came out was compared.");
        }
        return uri.get().equals("none")
                ? new Wording("没有打印机，只生成版面文件。", "There was no printer; sheets were made and kept only.")
                : new Wording(
                        "打印机是真的：" + uri.get() + "；出了什么纸只听它自己说。",
                        "The printer is real; what came out is known only from what it says.");
    }

    private static Wording camera(Optional<String> port, String megapixels) {
        return port.isPresent()
                ? new Wording(
                        "相机是真的：" + port.get() + "；没人知道镜头前坐的是谁，归属没有核对，只核对账目。",
                        "The camera is real; nobody knows who sat, so that only the books were compared, not whose frame is whose.")
                : new Wording(
                        "相机是仿真的（Nikon D750，PTP/IP，" + megapixels + " 百万像素），每张照片带有坐者的记号。",
                        "The camera was simulated (Nikon D750 over PTP/IP, " + megapixels
                                + " megapixels); each frame shows who sat.");
    }
}
