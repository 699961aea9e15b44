package caixiang.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The capture page in a browser of its own, used as an operator does: by what it says and by its keys. */
final class ConsolePage implements AutoCloseable {
    static final int WIDTH = 1366;
    static final int HEIGHT = 768;

    private static final double OUTCOME_MILLIS = 30_000;

    /**
     * What does not fit: beyond the window, or wider or higher than the place it has. Lists that scroll and the parts that
     * shorten their text with an ellipsis are made to.
     */
    private static final String OVERFLOWING = """
            () => {
              const made = '.waiting, .waiting *, dialog *, svg *, .session, .status-item b, .current-facts dd, .brief-name';
              const found = [];
              for (const element of document.querySelectorAll('cx-console, cx-console *')) {
                const style = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                if (element.matches(made) || style.display === 'contents' || box.width === 0) continue;
                const outside = box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
                const wide = style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1;
                const high = style.display !== 'inline' && element.scrollHeight > element.clientHeight + 3;
                if (outside || wide || high) found.push(`${element.tagName}.${element.className}`);
              }
              return found;
            }""";

    private static final String SPEAK = """
            async (language) => {
              const { setLanguage } = await import('/console/i18n/texts.js');
              setLanguage(language);
              const console = document.querySelector('cx-console');
              console.requestUpdate();
              await console.updateComplete;
              await new Promise(requestAnimationFrame);
            }""";

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> errors = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    private ConsolePage(BrowserContext context, URI address) {
        this.context = context;
        this.page = context.newPage();
        this.address = address;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(address.toString())) {
                outside.add(request.url());
            }
        });
    }

    static ConsolePage open(Browser browser, URI address) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
        ConsolePage console = new ConsolePage(context, address);
        console.page.navigate(address.toString());
        assertThat(console.region("设备")).containsText("已连接");
        return console;
    }

    Page page() {
        return page;
    }

    /** Types the number and presses Enter, then waits for what was given out. */
    void checkIn(String studentNumber) {
        page.keyboard().press("F2");
        page.keyboard().type(studentNumber);
        page.keyboard().press("Enter");
        assertThat(result()).containsText(studentNumber);
    }

    /** What stands below the check-in field. */
    Locator result() {
        return page.locator("#check-in-result");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    Locator dialog(String name) {
        return page.getByRole(
                AriaRole.DIALOG, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        AriaRole role = name.equals("设备") ? AriaRole.CONTENTINFO : AriaRole.REGION;
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    /**
     * Waits until a picture of the current person is drawn, and answers where it came from.
     *
     * @param other the address of an earlier picture, which does not count
     */
    String awaitPicture(String caption, String other) {
        Locator figure = region("当前照片").getByRole(AriaRole.FIGURE);
        Locator image = figure.getByRole(AriaRole.IMG);
        assertThat(image).not().hasAttribute("src", other, new HasAttributeOptions().setTimeout(OUTCOME_MILLIS));
        assertThat(figure).containsText(caption, new ContainsTextOptions().setTimeout(OUTCOME_MILLIS));
        page.waitForFunction(
                "image => image.complete && image.naturalWidth > 0",
                image.elementHandle(),
                new Page.WaitForFunctionOptions().setTimeout(OUTCOME_MILLIS));
        return image.getAttribute("src");
    }

    void awaitOutcome(String text) {
        awaitText("拍摄", text);
    }

    void awaitCurrent(String number) {
        awaitText("当前号码", number);
    }

    /** Waits until both sheets are in this state. */
    void awaitSheets(String state) {
        awaitSheet("2 寸 × 4", state);
        awaitSheet("1 寸 × 8", state);
    }

    void awaitSheet(String name, String state) {
        Locator sheets = region("证件照和相纸").getByRole(AriaRole.LISTITEM);
        Locator sheet = sheets.filter(new Locator.FilterOptions().setHasText(name));
        assertThat(sheet).containsText(state, new ContainsTextOptions().setTimeout(OUTCOME_MILLIS));
    }

    void importRoster(Path file) {
        button("名单").click();
        page.getByLabel("导入 CSV 文件").setInputFiles(file);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("导入").setExact(true))
                .click();
        assertThat(page.getByText("已导入")).isVisible();
        page.keyboard().press("Escape");
    }

    void setOffline(boolean offline) {
        context.setOffline(offline);
    }

    private void awaitText(String region, String text) {
        assertThat(region(region)).containsText(text, new ContainsTextOptions().setTimeout(OUTCOME_MILLIS));
    }

    Object overflowing() {
        return page.evaluate(OVERFLOWING);
    }

    /** {@code name-zh.png} and {@code name-en.png}; the page speaks Chinese afterwards. */
    void screenshots(Path folder, String name) {
        screenshot(folder.resolve(name + "-zh.png"));
        speak("en");
        screenshot(folder.resolve(name + "-en.png"));
        speak("zh");
    }

    /** Without the button, which a dialog covers. */
    private void speak(String language) {
        page.evaluate(SPEAK, language);
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /** What the page complained of, and whom it called that is not the station. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(errors);
        outside.forEach(url -> all.add("called " + url + ", not " + address));
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
