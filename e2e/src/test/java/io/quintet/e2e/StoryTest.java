package io.quintet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import institute.Institute;
import institute.articles.Article;
import institute.booking.Booking;
import institute.content.InstituteContent;
import io.quintet.auth.User;
import io.quintet.core.CoreSettings;
import io.quintet.core.commands.Terminal;
import io.quintet.mail.Mail;
import io.quintet.tasks.TaskWorker;
import io.quintet.testing.LiveServer;
import io.quintet.testing.TestSite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What visitors, members, staff and programs do on the reference site, in a real browser. */
class StoryTest {
  private static final String PASSWORD = "a-long-and-lovely-word";
  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final Path SHOTS = Path.of("target", "screenshots");

  private static Browsers browsers;
  private static TestSite site;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    browsers = Browsers.start();
    site =
        TestSite.withQueue(
            Institute.site(),
            builder ->
                builder.set(
                    io.quintet.http.HttpSettings.ALLOWED_HOSTS, java.util.List.of("127.0.0.1")));
    site.run(() -> {
      new InstituteContent()
          .load(
              site.context(),
              Terminal.plain(
                  new PrintStream(OutputStream.nullOutputStream()),
                  new PrintStream(OutputStream.nullOutputStream())));
      User.createSuperuser("admin", "admin@example.org", PASSWORD);
    });
    server = site.live();
    assertThat(site.context().setting(CoreSettings.DEBUG)).isFalse();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (site != null) {
      site.close();
    }
    if (browsers != null) {
      browsers.close();
    }
  }

  @Test
  void aVisitorBecomesAMemberBooksASessionAndStaffSeeIt() throws IOException {
    try (BrowserContext visitor = context(1280, 900, ColorScheme.LIGHT)) {
      Page page = visitor.newPage();
      register(page);
      logIn(page, "ada", PASSWORD);
      bookASession(page);
      theWorkerSendsTheConfirmation();
      theApiRefusesVisitors(visitor);
    }
    try (BrowserContext staff = context(1280, 900, ColorScheme.LIGHT)) {
      Page page = staff.newPage();
      staffFindAndEditTheBooking(page);
      staffUploadACoursePicture(page);
      theApiGivesTheBookingToStaff(staff);
      theListIsServedFromTheCacheUntilAnArticleChanges(page);
    }
    try (BrowserContext forgetful = context(390, 844, ColorScheme.DARK)) {
      resetThePassword(forgetful.newPage());
    }
  }

  @Test
  void everyPublicPageIsShownOnAPhoneInTheDark() {
    try (BrowserContext phone = context(360, 740, ColorScheme.DARK)) {
      Page page = phone.newPage();
      String article = site.call(() -> Article.objects.all().first().orElseThrow().slug);
      String course =
          site.call(() -> institute.courses.Course.objects.all().first().orElseThrow().slug);
      for (String path :
          new String[] {
            "/",
            "/courses/",
            "/courses/" + course + "/",
            "/articles/",
            "/articles/" + article + "/",
            "/booking/",
            "/search/?q=transaction",
            "/accounts/login/",
            "/accounts/register/",
            "/accounts/password_reset/",
            "/admin/login/"
          }) {
        assertThat(page.navigate(server.url() + path).status()).as(path).isEqualTo(200);
        shot(page, "phone-" + path.replaceAll("[^a-z0-9]+", "-"));
        Object overflow =
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as("overflow of " + path).isLessThanOrEqualTo(0);
      }
      assertThat(page.navigate(server.url() + "/no-such-page/").status()).isEqualTo(404);
      shot(page, "phone-404");
    }
  }

  private static void register(Page page) {
    page.navigate(server.url() + "/");
    shot(page, "index");
    page.navigate(server.url() + "/accounts/register/");
    shot(page, "register");
    page.fill("[name=username]", "ada");
    page.fill("[name=email]", "ada@example.org");
    page.fill("[name=password1]", PASSWORD);
    page.fill("[name=password2]", PASSWORD);
    page.click("main button[type=submit]");
    shot(page, "register-done");
    Mail mail = site.outbox().last();
    assertThat(mail.to().getFirst().toString()).contains("ada@example.org");
    page.navigate(link(mail));
    shot(page, "verified");
  }

  private static void logIn(Page page, String username, String password) {
    page.navigate(server.url() + "/accounts/login/");
    shot(page, "login");
    page.fill("[name=username]", username);
    page.fill("[name=password]", password);
    page.click("main button[type=submit]");
    assertThat(page.url()).isEqualTo(server.url() + "/");
  }

  private static void bookASession(Page page) {
    page.navigate(server.url() + "/booking/");
    page.fill("[name=name]", "Ada Lovelace");
    theServerChecksAFieldWhileTheFormIsFilledIn(page);
    page.selectOption("[name=course]", "queries-that-tell-the-truth");
    page.fill("[name=day]", workday().toString());
    page.selectOption("[name=slot]", "EVENING");
    page.click("main form button[type=submit]");
    shot(page, "booking-error");
    assertThat(page.locator("#id_goals_error")).containsText("This field is required.");
    assertThat(page.locator("[name=name]")).hasValue("Ada Lovelace");
    assertThat(page.locator("[name=course]")).hasValue("queries-that-tell-the-truth");
    page.fill("[name=goals]", "To ask a database what I mean.");
    page.click("main form button[type=submit]");
    assertThat(page.url()).endsWith("/booking/thanks/");
    shot(page, "booking-thanks");
    page.navigate(server.url() + "/booking/mine/");
    assertThat(page.locator("main")).containsText("Queries that tell the truth");
    shot(page, "booking-mine");
  }

  /** With the keyboard: what was typed is checked when the field is left, and mended. */
  private static void theServerChecksAFieldWhileTheFormIsFilledIn(Page page) {
    page.fill("[name=phone]", "call me");
    page.press("[name=phone]", "Tab");
    assertThat(page.locator("#id_phone_error[role=alert]")).containsText("Enter a phone number");
    assertThat(page.locator("[name=phone]")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("[name=phone]")).hasAttribute("aria-describedby", "id_phone_error");
    shot(page, "booking-live");
    page.fill("[name=phone]", "+44 20 7946 0000");
    page.press("[name=phone]", "Tab");
    assertThat(page.locator("#id_phone_error")).hasCount(0);
    assertThat(page.locator("#id_goals_error")).hasCount(0);
  }

  private static void theWorkerSendsTheConfirmation() {
    site.outbox().clear();
    try (TaskWorker worker = TaskWorker.of(site.context()).build()) {
      assertThat(worker.drain()).isEqualTo(1);
      assertThat(worker.failed()).isZero();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Mail mail = site.outbox().last();
    assertThat(mail.subject()).isEqualTo("Your demo session on " + workday());
    assertThat(mail.text()).contains("Queries that tell the truth");
  }

  private static void theApiRefusesVisitors(BrowserContext visitor) {
    APIResponse response = visitor.request().get(server.url() + "/api/bookings/");
    assertThat(response.status()).isEqualTo(403);
  }

  private static void staffFindAndEditTheBooking(Page page) {
    page.navigate(server.url() + "/admin/");
    shot(page, "admin-login");
    page.fill("[name=username]", "admin");
    page.fill("[name=password]", PASSWORD);
    page.click("button[type=submit]");
    shot(page, "admin-index");
    page.navigate(server.url() + "/admin/articles/article/");
    shot(page, "admin-articles");
    page.navigate(server.url() + "/admin/booking/booking/?q=Lovelace");
    shot(page, "admin-list");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ada Lovelace"))
        .first()
        .click();
    shot(page, "admin-change");
    page.selectOption("[name=status]", "CONFIRMED");
    page.click("[name=_save]");
    shot(page, "admin-saved");
    Booking.Status status =
        site.call(() -> Booking.objects.filter("name", "Ada Lovelace").get().status);
    assertThat(status).isEqualTo(Booking.Status.CONFIRMED);
  }

  private static void staffUploadACoursePicture(Page page) throws IOException {
    long id =
        site.call(() ->
            institute.courses.Course.objects
                .filter("slug", "queries-that-tell-the-truth")
                .get()
                .id);
    page.navigate(server.url() + "/admin/courses/course/" + id + "/change/");
    page.setInputFiles("[name=picture]", new FilePayload("cover.png", "image/png", png()));
    page.click("[name=_save]");
    page.navigate(server.url() + "/courses/queries-that-tell-the-truth/");
    shot(page, "course-with-picture");
    Object width = page.evaluate("document.querySelector('main .banner img').naturalWidth");
    assertThat(((Number) width).intValue()).isEqualTo(800);
  }

  private static void theApiGivesTheBookingToStaff(BrowserContext staff) {
    APIResponse response = staff.request().get(server.url() + "/api/bookings/?format=json");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).contains("\"name\":\"Ada Lovelace\"");
  }

  private static void theListIsServedFromTheCacheUntilAnArticleChanges(Page page) {
    page.navigate(server.url() + "/articles/");
    shot(page, "articles");
    String old = page.locator("main .card h3").first().innerText();
    site.run(() -> {
      Article.objects
          .filter("title", old)
          .update(java.util.Map.of("title", "Changed behind the cache"));
    });
    page.navigate(server.url() + "/articles/");
    assertThat(page.locator("main .card h3").first()).hasText(old);
    site.run(() -> {
      Article article = Article.objects.filter("title", "Changed behind the cache").get();
      article.title = "Changed and saved";
      article.save();
    });
    page.navigate(server.url() + "/articles/");
    assertThat(page.locator("main .card h3").first()).hasText("Changed and saved");
    page.locator("main .card h3 a").first().click();
    shot(page, "article");
    page.navigate(server.url() + "/api/");
    shot(page, "api");
    page.navigate(server.url() + "/api/docs/");
    shot(page, "api-docs");
  }

  private static void resetThePassword(Page page) {
    page.navigate(server.url() + "/accounts/password_reset/");
    page.fill("[name=email]", "ada@example.org");
    site.outbox().clear();
    page.click("main button[type=submit]");
    shot(page, "reset-sent");
    page.navigate(link(site.outbox().last()));
    shot(page, "reset-form");
    page.fill("[name=new_password1]", "another-long-word");
    page.fill("[name=new_password2]", "another-long-word");
    page.click("main button[type=submit]");
    shot(page, "reset-complete");
    logIn(page, "ada", "another-long-word");
  }

  private static BrowserContext context(int width, int height, ColorScheme scheme) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
  }

  private static String link(Mail mail) {
    Matcher matcher = LINK.matcher(mail.text());
    assertThat(matcher.find()).as("a link in: " + mail.text()).isTrue();
    return matcher.group();
  }

  private static LocalDate workday() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(7);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static byte[] png() throws IOException {
    var image = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(new java.awt.Color(0x2f5d50));
    graphics.fillRect(0, 0, 800, 500);
    graphics.setColor(new java.awt.Color(0xe8c547));
    graphics.fillOval(250, 100, 300, 300);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
