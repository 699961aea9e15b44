package caixiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Giving pictures to the right number, on the page, before the real station and a simulated camera. */
@Timeout(240)
class TrayIT {
    private static final Path SCREENSHOTS = Path.of("target");
    private static final Duration FILING = Duration.ofSeconds(60);
    private static final double WAIT_MILLIS = 30_000;

    @TempDir
    Path folder;

    @Test
    void aPictureOfTheTrayIsAssignedARunIsShiftedAndAllIsUndone() throws Exception {
        try (Chromium chromium = Chromium.start();
                Studio studio = Studio.start(folder);
                Station station = Station.start(folder, studio.camera(), studio.printer())) {
            studio.control().post("/shutter", Map.of());
            awaitFrames(station, 1);
            for (String student : List.of("20260001", "20260002")) {
                studio.seat(student);
                station.bringForward(student);
                station.press();
                awaitFrames(station, student.equals("20260001") ? 2 : 3);
            }
            try (ConsolePage console = ConsolePage.open(chromium.browser(), station.address())) {
                assign(console, station);
                shiftAndUndo(console, station);
                assertEquals(List.of(), console.complaints());
            }
        }
    }

    private static void assign(ConsolePage console, Station station) throws Exception {
        console.button("待认领").click();
        Locator dialog = dialog(console, "待认领的照片");
        dialog.getByLabel("其他号码").fill("2");
        dialog.getByLabel("其他号码").press("Enter");
        assertThat(preview(dialog)).containsText("将移动 1 张照片");
        assertThat(preview(dialog)).containsText("0002 会有两批照片");
        console.page()
                .waitForFunction(
                        "() => [...document.querySelectorAll('.tray-picture img')].some(img => img.naturalWidth > 0)");
        console.screenshot(SCREENSHOTS.resolve("tray-zh.png"));
        dialog.getByText("照此移动").click();
        assertThat(dialog).containsText("没有待认领的照片");
        assertEquals(List.of(1, 2, 2), numbers(station));
        console.page().keyboard().press("Escape");
    }

    private static void shiftAndUndo(ConsolePage console, Station station) throws Exception {
        console.button("归属").click();
        Locator dialog = dialog(console, "照片归属：整串移位、撤销");
        dialog.getByLabel("从号码").fill("1");
        dialog.getByLabel("到号码").fill("1");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("预览"))
                .click();
        assertThat(preview(dialog)).containsText("0001 将没有照片");
        console.screenshot(SCREENSHOTS.resolve("moves-zh.png"));
        dialog.getByText("照此移动").click();
        Locator history = dialog.getByRole(AriaRole.LISTITEM);
        assertThat(history.first()).containsText("0001 → 0002", new ContainsTextOptions().setTimeout(WAIT_MILLIS));
        assertEquals(List.of(2, 2, 2), numbers(station));
        history.first().getByText("撤销").click();
        assertThat(history.nth(1)).containsText("已撤销", new ContainsTextOptions().setTimeout(WAIT_MILLIS));
        assertEquals(List.of(1, 2, 2), numbers(station));
        console.screenshot(SCREENSHOTS.resolve("moves-undone-zh.png"));
    }

    private static Locator dialog(ConsolePage console, String name) {
        return console.page()
                .getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator preview(Locator dialog) {
        return dialog.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("预览"));
    }

    private static List<Integer> numbers(Station station) throws InterruptedException {
        return station.frames().stream().map(Station.Frame::number).sorted().toList();
    }

    private static void awaitFrames(Station station, int count) throws InterruptedException {
        Wait.forFact(count + " frames are filed", FILING, () -> {
            List<Station.Frame> frames = station.frames();
            return frames.size() == count ? Optional.of(frames) : Optional.empty();
        });
    }
}
