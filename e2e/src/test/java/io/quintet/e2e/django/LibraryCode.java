package io.quintet.e2e.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person writes who moves the site called library here, and what the page about it says. */
final class LibraryCode {
  static final String SECRET = "shared secret key of both sites, long enough to be one";
  private static final Path PAGE = Path.of("..", "docs", "topics", "from-django.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(java)?\\n(.*?)```");
  private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

  private LibraryCode() {}

  /** The settings file of the project. */
  static String settings(String address) {
    return "QUINTET_ORM_DATABASE_URL=%s\nQUINTET_SECRET_KEY=\"%s\"\nQUINTET_DEBUG=true\nQUINTET_AUTH_PASSWORD_ITERATIONS=5000\n"
        .formatted(address, SECRET);
  }

  /** Installs the app of the models in the site, and writes the classes of the page. */
  static void install(Project project) throws IOException {
    String main = "mysite.Mysite";
    project.edit(
        main, "import java.util.Map;", "import java.util.Map;\nimport mysite.library.LibraryApp;");
    project.edit(main, ".apps(new AccountsApp(), new AdminApp())", blocks().getFirst().strip());
    List<String> classes = blocks().subList(1, blocks().size());
    assertThat(classes).hasSize(2);
    for (String source : classes) {
      Matcher name = CLASS.matcher(source);
      assertThat(name.find()).isTrue();
      project.writeClass("mysite.library." + name.group(1), source);
    }
  }

  /** The commands of the page, as they are typed, without those that no test runs. */
  static List<String> commandsOfThePage() {
    List<String> commands =
        Pattern.compile("(?m)^\\./manage .*$")
            .matcher(page())
            .results()
            .map(MatchResult::group)
            .filter(line -> !line.contains("startproject") && !line.contains("runserver"))
            .toList();
    assertThat(commands).hasSize(5);
    return commands;
  }

  private static List<String> blocks() {
    List<String> found = new ArrayList<>();
    BLOCK
        .matcher(page())
        .results()
        .forEach(block -> {
          if (block.group(1) != null) {
            found.add(block.group(2));
          }
        });
    return found;
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #TRIAL} prints for the rows of {@code rows.sql}. */
  static List<String> results(Product product) {
    String span = product == Product.POSTGRESQL ? "PT24H3.000005S" : "86403000005";
    return List.of(
        "Ada 1815-12-10 null; Bob null Ada",
        "First Bob Paper & Ink IN_REVIEW 9.90 120 4.5 [1, {b=ü}] true",
        "2023-01-02T03:04:05.678901Z 08:30 " + span + " 255 10.0.0.1 2 lines 5",
        "11111111-2222-3333-4444-555555555555 ann old rare",
        "Ada drew pictures; signed 2020-01-01",
        "A note, friends Another, read by ann",
        "new: Sequel DRAFT 1 of 3, tags fresh, owner null",
        "4 in the group of editors, 1 in the log");
  }

  /** A class that reads and writes rows of all tables. */
  static final String TRIAL =
      """
      package mysite.library;

      import static mysite.library.QBook.book;

      import io.quintet.admin.LogEntry;
      import io.quintet.auth.Permission;
      import io.quintet.auth.User;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Map;
      import java.util.UUID;
      import java.util.stream.Collectors;

      public final class Trial {
        public static String run() {
          List<String> lines = new ArrayList<>();
          lines.add(Author.objects.filter("id__lt", 100).orderBy("name").list().stream()
              .map(a -> a.name + " " + a.born + " " + (a.mentor.isSet() ? a.mentor.get().name : null))
              .collect(Collectors.joining("; ")));
          Book first = Book.objects.selectRelated(book.author()).filter(book.title.eq("First")).get();
          lines.add(first.title + " " + first.author.get().name + " " + first.publisher.get().name + " " + first.status
              + " " + first.price + " " + first.pages + " " + first.rating + " " + ((Map<?, ?>) first.extra).get("a")
              + " " + first.inPrint);
          lines.add(first.published + " " + first.opens + " " + first.span + " " + (first.cover[2] & 255) + " " + first.seenFrom
              + " " + first.blurb.lines().count() + " lines " + first.rank);
          lines.add(first.code + " " + first.owner.get().username + " "
              + first.tags.all().orderBy("label").list().stream().map(t -> t.label).collect(Collectors.joining(" ")));
          Contribution part = Contribution.objects.filter("book", first).get();
          lines.add(part.author.get().name + " drew " + part.part + "; signed "
              + Contract.objects.filter("book", first).get().signed);
          Note note = Note.objects.filter("book", first).get();
          lines.add(note.text + ", friends " + note.friends.all().get().text + ", read by " + note.readers.all().get().username);

          Tag fresh = Tag.objects.filter("label", "fresh").first().orElseGet(Tag::new);
          fresh.label = "fresh";
          fresh.save();
          Book sequel = new Book();
          sequel.title = "Sequel";
          sequel.code = UUID.randomUUID();
          sequel.added = Instant.parse("2024-06-01T00:00:00Z");
          sequel.status = Book.Status.DRAFT;
          sequel.price = new BigDecimal("1.50");
          sequel.extra = Map.of();
          sequel.author.set(first.author.get());
          sequel.publisher.set(first.publisher.get());
          sequel.save();
          sequel.tags.add(fresh);
          Book read = Book.objects.filter("tags", fresh).filter("id", sequel.id).get();
          lines.add("new: " + read.title + " " + read.status + " " + Book.objects.filter("pages", 0).filter(book.status.eq(Book.Status.DRAFT),
                  book.author().name.eq("Bob")).count() + " of " + Item.objects.count() + ", tags "
              + read.tags.all().get().label + ", owner " + (read.owner.isSet() ? "set" : null));
          lines.add(Permission.objects.filter("codename__endswith", "book").count() + " in the group of "
              + User.objects.filter("username", "bob").get().groups.all().get().name + ", " + LogEntry.objects.count() + " in the log");
          sequel.tags.clear();
          sequel.delete();
          return String.join("\\n", lines);
        }
      }
      """;

  /** A class that writes rows for Django. */
  static final String WRITING =
      """
      package mysite.library;

      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.Arrays;
      import java.util.Map;
      import java.util.UUID;

      public final class Writing {
        public static String run() {
          Tag tag = new Tag();
          tag.label = "by Quintet";
          tag.save();
          Book book = new Book();
          book.title = "Written by Quintet";
          book.code = UUID.randomUUID();
          book.added = Instant.parse("2024-06-01T00:00:00.000001Z");
          book.status = Book.Status.DRAFT;
          book.price = new BigDecimal("12.50");
          book.pages = 7;
          book.extra = Map.of("k", Arrays.asList(1, null, "ü"));
          book.rating = 0.5;
          book.inPrint = false;
          book.rank = 3;
          book.author.set(Author.objects.filter("name", "Bob").get());
          book.publisher.set(Publisher.objects.first().orElseThrow());
          book.save();
          book.tags.add(tag, Tag.objects.filter("label", "old").get());
          return "written";
        }
      }
      """;
}
