package id.go.setneg.dumas.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console as a person sees it, in a real browser. Works against any running hub. */
public final class ConsolePage implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final String base;
    private final ChromeDriver browser;
    private final WebDriverWait wait;

    private ConsolePage(String base, ChromeDriver browser) {
        this.base = base;
        this.browser = browser;
        this.wait = new WebDriverWait(browser, Duration.ofSeconds(30));
    }

    /** A fresh browser; {@code base} is such as {@code http://127.0.0.1:8080}. */
    public static ConsolePage open(String base, boolean dark) {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            throw new IllegalStateException(
                    "The console's tests need a browser: install the packages chromium and chromium-driver.");
        }
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000",
                "--user-data-dir=" + profile());
        if (dark) {
            options.addArguments("--blink-settings=preferredColorScheme=0");
        }
        return new ConsolePage(base, new ChromeDriver(service, options));
    }

    /** Fills in the login page that {@code /} leads to. */
    public ConsolePage login(String name, String password) {
        browser.get(base + "/");
        find("#username").sendKeys(name);
        find("#password").sendKeys(password);
        find("#masuk").click();
        return this;
    }

    /** Waits until the Dumas page has numbers. */
    public ConsolePage awaitHub() {
        find("#dumas[data-loaded=true]");
        return this;
    }

    /** A cell's text, such as {@code waiting} of a destination. */
    public String destination(String name, String field) {
        return find("[data-destination='" + name + "'] [data-field='" + field + "']")
                .getText();
    }

    /** A cell's text, such as {@code taken} of a feed. */
    public String feed(String name, String field) {
        return find("[data-feed='" + name + "'] [data-field='" + field + "']").getText();
    }

    /** How many cases stand in a state. */
    public String cases(String state) {
        return find("[data-case-state='" + state + "'] [data-field='count']").getText();
    }

    /** Presses Tahan or Lanjutkan of a destination, confirms, and waits until the page shows the other state. */
    public ConsolePage toggleDestination(String name) {
        return toggle("[data-destination='" + name + "']");
    }

    /** Presses Tahan or Lanjutkan of a feed, confirms, and waits until the page shows the other state. */
    public ConsolePage toggleFeed(String name) {
        return toggle("[data-feed='" + name + "']");
    }

    private ConsolePage toggle(String row) {
        String action = find(row + " button").getDomAttribute("data-action");
        askDestination(row);
        find("#dumas-ya").click();
        wait.until(ExpectedConditions.numberOfElementsToBe(By.cssSelector("#dumas-konfirmasi"), 0));
        find(row + " button:not([data-action='" + action + "'])");
        return this;
    }

    /** Presses the button of a row; the question stays open. */
    ConsolePage askDestination(String row) {
        find(row + " button").click();
        find("#dumas-konfirmasi");
        return this;
    }

    /** {@code RUNNING}, {@code SUSPENDED} or {@code FAILING}. */
    public String destinationState(String name) {
        return find("[data-destination='" + name + "'] [data-state]").getDomAttribute("data-state");
    }

    /** Opens a part of the page Dumas, such as {@code tabel}. */
    public ConsolePage tab(String name) {
        find("#dumas-tab-" + name).click();
        find("#dumas-tab-" + name + "[aria-current]");
        return this;
    }

    /** Writes into a field and presses Enter. */
    public ConsolePage ask(String field, String text) {
        WebElement there = find(field);
        there.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
        return this;
    }

    /** Opens a page of the console, such as {@code camel}. */
    public ConsolePage go(String path) {
        browser.get(base + "/hawtio/" + path);
        return this;
    }

    /** Opens the diagram of all routes and waits until it is drawn. */
    public ConsolePage openDiagram() {
        go("camel/routeDiagram");
        wait.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".react-flow__node")));
        return this;
    }

    /** The element that the selector names, once it is there. */
    public WebElement find(String selector) {
        return wait.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** The whole page's text. */
    public String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    /** Where the browser is. */
    public String url() {
        return browser.getCurrentUrl();
    }

    /** For what this class has no word for. */
    public WebDriver browser() {
        return browser;
    }

    /** Runs a script in the page. */
    Object script(String script) {
        return browser.executeScript(script);
    }

    /** Keeps what is visible as {@code target/screenshots/<name>.png}. */
    public ConsolePage screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        browser.quit();
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("console-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
