package io.quintet.views;

import static io.quintet.views.Shortcuts.redirect;
import static io.quintet.views.blog.QPost.post;
import static io.quintet.views.blog.QTalk.talk;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.MultiMap;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.models.InlineFormSet;
import io.quintet.forms.models.ModelForm;
import io.quintet.forms.sets.FormSet;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.Widgets;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.migrations.Schema;
import io.quintet.views.blog.Author;
import io.quintet.views.blog.Post;
import io.quintet.views.blog.Talk;
import io.quintet.views.wizard.Wizard;
import io.quintet.views.wizard.WizardStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about forms and views: their examples are these, and they run. */
class FormsGuideTest {
  private static final Path TOPICS = Path.of("..", "..", "docs", "topics");
  private static final Path THIS =
      Path.of("src", "test", "java", "io", "quintet", "views", "FormsGuideTest.java");

  /** The first form of the page. */
  public static final class VisitForm extends Form {
    public final Field<String> name = text("name").maxLength(100).label("Your name");
    public final Field<String> email = email("email").live();
    public final Field<LocalDate> day = date("day").help("From Monday to Friday.");
    public final Field<Integer> guests = integer("guests").min(0).max(5).optional();

    @Override
    protected void clean() {
      if (day.isValid() && day.value().getDayOfWeek().getValue() > 5) {
        addError(day, "We are closed at week-ends.");
      }
    }
  }

  /** A form of a model. */
  public static final class PostForm extends ModelForm<Post> {
    public PostForm(Post post) {
      super(post, "title", "slug");
      model("slug").help("The end of the address.");
    }
  }

  /** A guest of a visit. */
  public static final class GuestForm extends Form {
    public final Field<String> name = text("name");
  }

  /** A form set with a rule of its own. */
  public static final class Guests extends FormSet<GuestForm> {
    public Guests() {
      super(GuestForm::new, FormSetOptions.of().prefix("guests").extra(2).max(8).validateMax());
    }

    @Override
    protected void clean() {
      if (filled().stream().map(form -> form.name.value()).distinct().count() < filled().size()) {
        addError("Two guests have the same name.");
      }
    }
  }

  static final WizardStep<VisitForm> VISIT = WizardStep.of("visit", VisitForm::new);
  static final WizardStep<Guests> GUESTS =
      WizardStep.of("guests", Guests::new).when(answers -> answers.get(VISIT).guests.orElse(0) > 0);

  static final Wizard BOOKING =
      Wizard.named("booking")
          .step(VISIT)
          .step(GUESTS)
          .template("wizard.html")
          .onDone((request, answers) -> {
            book(
                answers.get(VISIT), answers.has(GUESTS) ? answers.get(GUESTS).filled() : List.of());
            return redirect("thanks");
          });

  private static final List<String> BOOKED = new ArrayList<>();

  @TempDir Path folder;
  private TestSite site;

  static void book(VisitForm visit, List<GuestForm> guests) {
    BOOKED.add(visit.name.value() + guests.stream().map(guest -> guest.name.value()).toList());
  }

  private static void visits(Routes routes) {
    routes.path(
        "visit/",
        FormView.of(VisitForm::new)
            .template("visit.html")
            .onValid((request, form) -> {
              book(form, List.of());
              return redirect("thanks");
            }));
  }

  private static void posts(Routes routes) {
    routes.path(
        "posts/new/",
        CreateView.of(() -> new PostForm(new Post()))
            .template("visit.html")
            .prepare((request, made) -> made.author.set(Author.objects.all().get()))
            .then(made -> redirect("thanks")));
  }

  private static void wizard(Routes routes) {
    routes.path("book/", BOOKING);
    routes.path("thanks/", request -> Response.text("Thank you.")).name("thanks");
  }

  @BeforeEach
  void openSite() {
    site =
        TestSite.at(
            Clock.systemUTC(),
            builder -> builder.set(SessionSettings.STORE, SessionSettings.Store.COOKIE),
            folder,
            new DatabaseUrl.Sqlite("test.sqlite3"),
            Map.of(
                "visit.html",
                "{{ form }}",
                "wizard.html",
                "{{ wizard.management }}{{ form }}",
                "talks.html",
                "{{ talks|join:' ' }}",
                "posts.html",
                "{% for post in posts %}{{ post }} {% endfor %}",
                "post.html",
                "{{ post }}",
                "about.html",
                "About"),
            routes -> {
              archive(routes);
              plain(routes);
              visits(routes);
              posts(routes);
              rows(routes);
              wizard(routes);
            });
    site.site()
        .run(() ->
            Db.connection(connection -> {
              Schema.create(connection, Author.class, Post.class, Talk.class);
              return null;
            }));
  }

  @AfterEach
  void close() {
    site.close();
    BOOKED.clear();
  }

  private static String words(String code) {
    return code.replaceAll("//.*", "").replaceAll("\\s+", "");
  }

  @Test
  void eachExampleOfThePagesStandsHere() throws IOException {
    String here = words(Files.readString(THIS));
    for (String page : List.of("forms.md", "views.md")) {
      List<String> snippets = new ArrayList<>();
      Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
          .matcher(Files.readString(TOPICS.resolve(page)))
          .results()
          .forEach(found -> snippets.add(found.group(1)));
      assertThat(snippets).hasSizeGreaterThan(2);
      assertThat(snippets).allSatisfy(snippet -> assertThat(here).contains(words(snippet)));
    }
  }

  @Test
  void aFormIsFilledInAndRead() {
    MultiMap sent =
        MultiMap.of("name", "Ann", "email", "ann@example.com", "day", "2026-12-01", "guests", "");
    VisitForm form = new VisitForm();
    form.bind(sent);
    if (form.isValid()) {
      String name = form.name.value();
      int guests = form.guests.orElse(0);
      assertThat(name + guests).isEqualTo("Ann0");
    }
    assertThat(form.isValid()).isTrue();
    assertThat(form.bind(sent.with("day", "2026-12-05")).errors()).containsOnlyKeys("day");
  }

  @Test
  void fieldsTakeOptions() {
    class Options extends Form {
      {
        text("code").check(Validators.regex("[A-Z]{3}", "Three capital letters, please."));
        text("size").widget(Widgets.input("range")).attr("min", 1);
        choice("seat", Choices.of(List.of("A1", "A2"), seat -> seat, seat -> "Seat " + seat));
      }
    }
    assertThat(new Options().html()).contains("type=\"range\"").contains("Seat A2");
  }

  @Test
  void aViewShowsAFormUntilItIsValid() {
    assertThat(site.post("/visit/", "name=Ann&email=a@b.org&day=2026-12-01").status())
        .isEqualTo(302);
    assertThat(BOOKED).containsExactly("Ann[]");
  }

  @Test
  void aModelFormSavesItsRow() {
    site.site()
        .run(() -> {
          Author ann = new Author("Ann");
          ann.save();
          PostForm form = new PostForm(new Post());
          form.bind(MultiMap.of("title", "Hello", "slug", "hello", "author", "99"));
          form.instance().author.set(ann); // what the visitor does not decide
          if (form.isValid()) {
            form.save();
          }
          assertThat(Post.objects.get("slug", "hello").author.get()).isEqualTo(ann);
        });
    assertThat(site.post("/posts/new/", "title=More&slug=more").status()).isEqualTo(302);
  }

  @Test
  void aFormSetReadsSeveralForms() {
    MultiMap sent =
        MultiMap.of(
            "guests-TOTAL_FORMS",
            "2",
            "guests-INITIAL_FORMS",
            "0",
            "guests-0-name",
            "Bob",
            "guests-1-name",
            "Bob");
    FormSet<GuestForm> guests = FormSet.of(GuestForm::new, FormSetOptions.of().prefix("guests"));
    guests.bind(sent);
    if (guests.isValid()) {
      for (GuestForm guest : guests.filled()) {
        BOOKED.add(guest.name.value());
      }
    }
    assertThat(BOOKED).containsExactly("Bob", "Bob");
    assertThat(new Guests().bind(sent).nonFormErrors())
        .containsExactly("Two guests have the same name.");
  }

  @Test
  void rowsOfARowAreEditedWithIt() {
    site.site()
        .run(() -> {
          Author ann = new Author("Ann");
          ann.save();
          InlineFormSet<Author, Post, PostForm> posts =
              InlineFormSet.of(ann, post.author(), PostForm::new, FormSetOptions.of().canDelete());
          posts.bind(
              MultiMap.of(
                  "posts-TOTAL_FORMS",
                  "1",
                  "posts-INITIAL_FORMS",
                  "0",
                  "posts-0-title",
                  "Hello",
                  "posts-0-slug",
                  "hello"));
          if (posts.isValid()) {
            posts.save();
          }
          assertThat(Post.objects.all().get().author.get()).isEqualTo(ann);
        });
  }

  @Test
  void theWizardBegins() {
    assertThat(site.get("/book/").text()).contains("name=\"visit-name\"");
  }

  // The page about views.

  static final Archive<Talk> ARCHIVE = Archive.of(Talk.objects.all(), talk.day).as("talks");

  private static void archive(Routes routes) {
    routes.path("talks/", ARCHIVE.latest("talks.html"));
    routes.path("talks/<int:year>/", ARCHIVE.year("talks.html"));
    routes.path("talks/<int:year>/<int:month>/", ARCHIVE.month("talks.html"));
    routes.path("talks/<int:year>/week/<int:week>/", ARCHIVE.week(WeekFields.ISO, "talks.html"));
    routes.path("talks/<int:year>/<int:month>/<int:day>/", ARCHIVE.day("talks.html"));
    routes.path("talks/today/", ARCHIVE.today("talks.html"));
  }

  private static void rows(Routes routes) {
    routes.path(
        "posts/",
        ListView.of(Post.objects.selectRelated(post.author()))
            .template("posts.html")
            .as("posts")
            .paginateBy(10));
    routes.path(
        "posts/<slug:slug>/",
        DetailView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)))
            .template("post.html")
            .as("post"));
    routes.path(
        "posts/<slug:slug>/edit/",
        UpdateView.of(
                (String slug) -> Post.objects.filter(post.slug.eq(slug)),
                found -> new PostForm(found))
            .template("visit.html")
            .then(saved -> redirect("thanks")));
    routes.path(
        "posts/<slug:slug>/delete/",
        DeleteView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)))
            .template("delete.html")
            .then(gone -> redirect("thanks")));
  }

  private static void plain(Routes routes) {
    routes.path("about/", TemplateView.of("about.html"));
    routes.path("old/", RedirectView.to("thanks").permanent().keepQuery());
  }

  @Test
  void theViewsOfThePageAnswer() {
    site.site()
        .run(() -> {
          Author ann = new Author("Ann");
          ann.save();
          new Post("Hello", "hello", ann).save();
          Talk said = new Talk();
          said.slug = "said";
          said.day = LocalDate.of(2026, 3, 2);
          said.local = said.day.atStartOfDay();
          said.save();
        });
    assertThat(site.get("/posts/").text()).isEqualTo("Hello ");
    assertThat(site.get("/posts/hello/").text()).isEqualTo("Hello");
    assertThat(site.post("/posts/hello/edit/", "title=New&slug=new").status()).isEqualTo(302);
    assertThat(site.post("/posts/new/delete/", "").status()).isEqualTo(302);
    assertThat(site.get("/talks/2026/3/").text()).isEqualTo("said");
    assertThat(site.get("/talks/2026/week/10/").text()).isEqualTo("said");
    assertThat(site.get("/about/").text()).isEqualTo("About");
    assertThat(site.get("/old/?a=b").header("Location")).contains("/thanks/?a=b");
  }
}
