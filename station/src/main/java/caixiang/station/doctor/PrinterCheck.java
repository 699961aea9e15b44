package caixiang.station.doctor;

import caixiang.station.print.Printer;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import caixiang.station.print.PrinterReport;
import java.util.List;
import java.util.Optional;

/**
 * Whether the printer answers, takes jobs, and what it complains about.
 *
 * @param printer none when the settings say that sheets are only kept
 */
record PrinterCheck(Optional<Printer> printer) implements Check {
    private static final String SUBJECT = "printer";

    @Override
    public List<Finding> look() {
        if (printer.isEmpty()) {
            return List.of(Finding.well(SUBJECT, "未设置打印机，只生成版面文件", "no printer is set; sheets are made and kept"));
        }
        String name = printer.get().name();
        try {
            return List.of(judge(name, printer.get().report()));
        } catch (PrinterException e) {
            if (e.fault() == PrinterFault.CERTIFICATE_UNTRUSTED) {
                return List.of(Finding.fault(
                        SUBJECT,
                        "打印机 %s 的证书没有人担保；请与打印机自己的页面核对指纹，再写进 printer.fingerprint：%s".formatted(name, e.getMessage()),
                        String.valueOf(e.getMessage())));
            }
            return List.of(Finding.fault(
                    SUBJECT,
                    "打印机 %s 无法使用（%s）；请检查电源、网线和地址".formatted(name, e.fault().code()),
                    "%s cannot be used (%s); check its power, cable and address"
                            .formatted(name, e.fault().code())));
        }
    }

    private static Finding judge(String name, PrinterReport report) {
        String reasons = String.join(", ", report.reasons());
        if (report.state() == PrinterReport.State.STOPPED || !report.accepting()) {
            return Finding.fault(
                    SUBJECT,
                    "打印机 %s 已停止或不接收任务：%s".formatted(name, reasons),
                    "%s has stopped or takes no jobs: %s".formatted(name, reasons));
        }
        return report.reasons().isEmpty()
                ? Finding.well(SUBJECT, "打印机 " + name, name + " answers and takes jobs")
                : Finding.warning(
                        SUBJECT, "打印机 %s 报告：%s".formatted(name, reasons), "%s reports: %s".formatted(name, reasons));
    }
}
