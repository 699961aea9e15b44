package caixiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The capture page in a real browser, before the real station, libgphoto2 and the simulated devices. */
@Timeout(300)
class ConsoleIT {
    private static final Path SCREENSHOTS = Path.of("target");

    /** As long as names get, made up, and without a place to break a line. */
    private static final String LONG_NAME = "Yangmingzihenchangdeyigexuesheng-Yangming";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static Studio studio;
    private static Station station;

    private ConsolePage console;

    @BeforeAll
    static void startEverything() throws Exception {
        chromium = Chromium.start();
        studio = Studio.start(folder);
        station = Station.start(folder, studio.camera(), studio.printer());
    }

    @AfterAll
    static void stopEverything() {
        if (station != null) {
            station.close();
        }
        if (studio != null) {
            studio.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openConsole() {
        console = ConsolePage.open(chromium.browser(), station.address());
    }

    @AfterEach
    void closeConsole() {
        console.close();
    }

    @Test
    void aTypedNumberAndAPressGiveThePictureWithItsNumberAndName() throws Exception {
        console.checkIn("20260001");
        String number = comeForward("20260001");
        assertThat(console.region("当前号码")).containsText(number + " 样甲子");
        int exposures = studio.shots().size();

        console.button("拍摄").click();
        String first = console.awaitPicture(number + " 样甲子", "none");
        console.awaitOutcome(number + " 已存好");
        console.page().keyboard().press("Space");
        String second = console.awaitPicture(number + " 样甲子", first);

        assertNotEquals(first, second);
        assertEquals(exposures + 2, studio.shots().size(), "one press, one exposure");
        console.awaitSheets("已打印");
        console.screenshot(SCREENSHOTS.resolve("console-zh.png"));
        assertEquals(List.of(), console.complaints());
    }

    @Test
    void aPressDuringAShotFiresNothingAndSaysSo() throws Exception {
        String number = comeForward("20260002");
        int exposures = studio.shots().size();
        console.page().keyboard().press("Space");
        console.page().keyboard().press("Space");
        console.awaitOutcome("上一次还没拍完");
        console.awaitOutcome(number + " 已存好");
        assertEquals(exposures + 1, studio.shots().size());
    }

    @Test
    void aNumberThatIsNotOnTheRosterSaysWhatToDoAtTheField() {
        console.page().keyboard().press("F2");
        console.page().keyboard().type("19000101");
        console.page().keyboard().press("Enter");
        assertThat(console.result()).containsText("名单里没有这个号码");
        console.button("English").click();
        assertThat(console.result()).containsText("This number is not on the roster");
    }

    @Test
    void whoeverIsOnNoListIsAddedWhereTheirNumberWasTypedAndHasANumberAtOnce() {
        console.page().keyboard().press("F2");
        console.page().keyboard().type("20209999");
        console.page().keyboard().press("Enter");
        console.button("现场添加").click();
        Locator dialog = console.dialog("现场添加（名单上没有的人）");
        assertThat(dialog.getByLabel("学号")).hasValue("20209999");
        console.page().keyboard().press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("请填姓名");
        dialog.getByLabel("姓名").fill("样乙丑");
        dialog.getByLabel("学院").fill("示例学院");
        dialog.getByLabel("班级").fill("示例班");
        dialog.getByLabel("身份证号").fill("999999200001010012");
        dialog.getByText("添加并登记").click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("逐位核对");
        assertEquals(List.of(), console.overflowing());
        console.screenshot(SCREENSHOTS.resolve("walk-in-zh.png"));
        dialog.getByLabel("身份证号").fill("");
        dialog.getByText("往届补拍").click();
        dialog.getByText("添加并登记").click();
        assertThat(console.result()).containsText("样乙丑");
        assertThat(console.result()).containsText("20209999");
        assertThat(dialog).not().isVisible();
    }

    /** Readers type like keyboards; a code that begins with the key for "next" must not call anyone. */
    @Test
    void aScanWithNoFieldInFocusReachesTheCheckInFieldAndGivesNoOrder() throws Exception {
        String current = comeForward("20260003");
        console.checkIn("20260004");
        console.page().keyboard().type("20260005\n");
        assertThat(console.result()).containsText("20260005");
        console.page().keyboard().type("N1234567\n");
        assertThat(console.result()).containsText("名单里没有这个号码");
        assertEquals(current, number(station.state().at("/queue/current/number").asInt()));
    }

    /** There is no second day for whoever is passed over. */
    @Test
    void whoeverHasNoPictureIsPassedOverOnlyWhenAskedForTwice() throws Exception {
        String current = comeForward("20260006");
        console.button("下一位").click();
        assertThat(console.region("排队")).containsText(current + " 还没有照片");
        assertEquals(current, number(station.state().at("/queue/current/number").asInt()));
        console.button("下一位").click();
        assertThat(console.region("当前号码")).not().containsText(current);
    }

    @Test
    void aReprintAsksWhyAndIsShownAsTheNextCopy() throws Exception {
        String number = comeForward("20260009");
        console.page().keyboard().press("Space");
        console.awaitPicture(number + " 样壬申", "none");
        console.awaitSheets("已打印");
        console.button("重印 2 寸 × 4").click();
        console.page().getByLabel("颜色或画面不好").check();
        console.button("发送打印").click();
        console.awaitSheet("2 寸 × 4 第 2 份", "已打印");
    }

    @Test
    void nothingOverflowsInEitherLanguage() throws Exception {
        Path roster = folder.resolve("long.csv");
        String row = "学号,姓名,身份证号,学院,班级\n20269999," + LONG_NAME + ",999999200001010011,"
                + "示例学院国际教育交流与合作办学学院,示例2026届国际硕士联合培养项目第十三班\n";
        Files.writeString(roster, row, StandardCharsets.UTF_8);
        console.importRoster(roster);
        String number = comeForward("20269999");
        assertThat(console.region("当前号码")).containsText(LONG_NAME);
        assertEquals(List.of(), console.overflowing());
        console.page().keyboard().press("Space");
        console.awaitPicture(number + " " + LONG_NAME, "none");
        assertEquals(List.of(), console.overflowing());
        console.button("English").click();
        assertThat(console.button("Capture")).isVisible();
        assertEquals(List.of(), console.overflowing());
        console.screenshot(SCREENSHOTS.resolve("console-en.png"));
    }

    @Test
    void aLostStationIsSaidAndEverythingIsReadAgainWhenItIsBack() throws Exception {
        comeForward("20260007");
        console.setOffline(true);
        console.page().keyboard().press("Space");
        console.awaitOutcome("不知道拍没拍");
        assertThat(console.region("注意")).containsText("与工作站断开");
        String number = comeForwardElsewhere("20260008");
        console.setOffline(false);
        console.awaitCurrent(number);
    }

    /** Checks in and calls at another desk, and waits until this page, too, shows whose turn it is. */
    private String comeForward(String student) throws InterruptedException {
        String number = comeForwardElsewhere(student);
        console.awaitCurrent(number);
        return number;
    }

    /** Checks in and calls through the API, as another station's desk would; the number as the page shows it. */
    private static String comeForwardElsewhere(String student) throws InterruptedException {
        studio.seat(student);
        return number(station.bringForward(student));
    }

    private static String number(int shootingNumber) {
        return "%04d".formatted(shootingNumber);
    }
}
