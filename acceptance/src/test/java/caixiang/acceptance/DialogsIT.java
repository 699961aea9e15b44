package caixiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an operator meets once a day: a forgotten "next" and the paper to take back, a card with a picture that was missed,
 * pictures that people sent in, the end of the day. Each is brought about by what really leads to it.
 */
@Timeout(400)
class DialogsIT {
    private static final Path SCREENSHOTS = Path.of("target");
    private static final Duration FILING = Duration.ofSeconds(60);
    private static final double WAIT_MILLIS = 60_000;

    @TempDir
    Path folder;

    @Test
    void aDayWithItsMishapsIsBroughtToItsEndOnThePage() throws Exception {
        try (Chromium chromium = Chromium.start();
                Studio studio = Studio.start(folder);
                Station station = Station.start(folder, studio.camera(), studio.printer());
                ConsolePage console = ConsolePage.open(chromium.browser(), station.address())) {
            forgetNext(studio, station);
            shiftAsWarned(console);
            takePaperBack(console);
            missAnAnnouncement(console, studio);
            importPictures(console, station, studio);
            closeTheDay(console, station);
            assertEquals(List.of(), console.complaints());
        }
    }

    /** Seven people of two pictures each; with the fourth, "next" is forgotten, and all that follow are one number low. */
    private static void forgetNext(Studio studio, Station station) throws Exception {
        int sitter = 0;
        for (int turn = 1; turn <= 7; turn++) {
            station.bringForward("2026000" + turn);
            for (int sat = 0; sat < (turn == 4 ? 2 : 1); sat++) {
                studio.control().post("/seat", Map.of("key", "sitter" + sitter, "seed", 11 + 7 * sitter));
                sitter++;
                station.shoot();
                station.shoot();
            }
        }
        station.bringForward("20260008");
        station.awaitPaper(4);
    }

    private static void shiftAsWarned(ConsolePage console) {
        Locator notice = console.region("可能错位");
        assertThat(notice).isVisible(new IsVisibleOptions().setTimeout(WAIT_MILLIS));
        assertThat(notice).containsText("从 0004 到 0007 的照片可能错了一位");
        assertEquals(List.of(), console.overflowing());
        console.screenshots(SCREENSHOTS, "shift-notice");
        notice.getByText("看预览").click();
        Locator moves = console.dialog("照片归属：整串移位、撤销");
        assertThat(moves).containsText("将移动 8 张照片");
        console.screenshots(SCREENSHOTS, "shift-preview");
        moves.getByText("照此移动").click();
        assertThat(moves.locator(".move-history")).containsText("0004 → 0005", within());
        console.page().keyboard().press("Escape");
        assertThat(notice).not().isVisible();
    }

    /** What was printed before the shift bears wrong numbers. */
    private static void takePaperBack(ConsolePage console) {
        Locator day = openDay(console);
        assertThat(day).containsText("相纸的号码已不对", within());
        console.screenshots(SCREENSHOTS, "day-not-ready");
        day.getByText("打开归属").click();
        Locator moves = console.dialog("照片归属：整串移位、撤销");
        Locator paper = moves.locator(".take-back li");
        assertThat(paper.first()).containsText("0004 2 寸 × 4");
        console.screenshots(SCREENSHOTS, "take-back");
        Locator one = moves.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("已收回销毁").setExact(true));
        while (one.count() > 0) {
            int left = one.count();
            one.first().click();
            assertThat(one).hasCount(left - 1);
        }
        assertThat(paper.first()).containsText("收回销毁");
        console.screenshots(SCREENSHOTS, "taken-back");
        console.page().keyboard().press("Escape");
    }

    private static void missAnAnnouncement(ConsolePage console, Studio studio) throws InterruptedException {
        studio.control().post("/faults", List.of(Map.of("on", "event", "nth", 1, "do", "lose-event")));
        studio.control().post("/shutter", Map.of());
        console.page().locator("[data-device=card]").click();
        Locator card = console.dialog("存储卡核对");
        console.screenshots(SCREENSHOTS, "card");
        card.getByText("现在核对").click();
        assertThat(card).containsText("卡上 17 张，已归档 17 张，未说明 0 张", within());
        assertThat(card).containsText("本次补取了 1 张");
        console.screenshots(SCREENSHOTS, "card-fetched");
        console.page().keyboard().press("Escape");
    }

    private void importPictures(ConsolePage console, Station station, Studio studio) throws Exception {
        Path sent = Files.createDirectories(folder.resolve("sent"));
        List<String> names = List.of("20260020_样.jpg", "20260021.jpg", "nobody.jpg");
        for (int i = 0; i < names.size(); i++) {
            Files.write(
                    sent.resolve(names.get(i)), studio.original(studio.shots().get(i)));
        }
        Files.writeString(sent.resolve("broken.jpg"), "no picture");
        Program dry = importing(sent, station, "dry.log");
        assertEquals(1, dry.awaitEnd(FILING), "some have nobody");
        assertTrue(dry.tail().contains("20260021.jpg  →  导入时给号"), dry.tail());
        assertTrue(dry.tail().contains("nobody.jpg  →  留在待认领"), dry.tail());
        assertEquals(0, station.state().at("/counts/tray").asInt(), "a dry run sends nothing");

        console.button("待认领").click();
        console.button("导入照片文件夹").click();
        Locator pictures = console.dialog("导入自拍照片");
        pictures.getByLabel("选择文件", new Locator.GetByLabelOptions().setExact(true))
                .setInputFiles(names.stream().map(sent::resolve).toArray(Path[]::new));
        assertThat(pictures).containsText("完成：新照片 3 张", within());
        console.screenshots(SCREENSHOTS, "pictures");
        console.button("去认领").click();
        Locator tray = console.dialog("待认领的照片");
        tray.getByText("按文件名全部归属（2 张）").click();
        assertThat(tray).containsText("将移动 2 张照片");
        console.screenshots(SCREENSHOTS, "accept-named");
        tray.getByText("照此移动").click();
        assertThat(tray.getByText("按文件名全部归属")).not().isVisible();
        tray.getByText("谁都不是").click();
        tray.getByText("照此移动").click();
        assertThat(tray).containsText("没有待认领的照片");
        console.page().keyboard().press("Escape");

        Files.write(sent.resolve("20260022.jpg"), studio.original(studio.shots().get(3)));
        Program accepted = importing(sent, station, "accepted.log", "--accept");
        assertEquals(1, accepted.awaitEnd(FILING), "one is no picture");
        assertTrue(accepted.tail().contains("1 given to their people"), accepted.tail());
        assertEquals(0, station.state().at("/counts/tray").asInt());
    }

    private Program importing(Path sent, Station station, String log, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "import-pictures",
                sent.toString(),
                "--station",
                station.address().toString()));
        words.addAll(List.of(more));
        return Program.java("station", folder.resolve(log), words);
    }

    private static void closeTheDay(ConsolePage console, Station station) throws InterruptedException {
        station.bringForward("20260030");
        console.awaitCurrent("0012");
        console.button("下一位").click();
        assertThat(console.region("排队")).containsText("0012 还没有照片");
        console.button("下一位").click();
        Wait.forFact("nobody is before the camera", FILING, () -> {
            boolean isNobody = station.state().at("/queue/current").isMissingNode();
            return isNobody ? Optional.of(true) : Optional.empty();
        });
        Locator day = openDay(console);
        assertThat(day).containsText("1 人叫过号却没有照片");
        Locator explain = day.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("说明原因").setExact(true));
        while (explain.count() > 0) {
            explain.first().click();
            day.getByLabel("为什么不必再等").fill("演练");
            console.screenshots(SCREENSHOTS, "day-explaining");
            day.getByText("确定").click();
            assertThat(day.getByLabel("为什么不必再等")).hasCount(0);
        }
        assertThat(day).containsText("没有未了的事");
        Locator close = day.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("收工").setExact(true));
        close.click();
        assertThat(day).containsText("已收工", within());
        console.screenshots(SCREENSHOTS, "day-closed");
        day.getByText("重新开工").click();
        day.getByLabel("为什么重新开工").fill("有人迟到");
        console.screenshots(SCREENSHOTS, "day-reopening");
        day.getByText("确定").click();
        assertThat(close).isVisible();
    }

    private static Locator openDay(ConsolePage console) {
        console.page().locator("[data-device=day]").click();
        return console.dialog("收工");
    }

    private static ContainsTextOptions within() {
        return new ContainsTextOptions().setTimeout(WAIT_MILLIS);
    }
}
