package io.quintet.orm.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.internal.schema.TestDatabase;
import io.quintet.orm.internal.schema.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/topics/inspectdb.md} says which options there are, and its commands run. */
class InspectDbPageTest {
  @TempDir Path folder;

  @Test
  void itsOptionsAreThoseOfTheCommandAndItsCommandsRun() throws Exception {
    String page = Files.readString(Path.of("../../docs/topics/inspectdb.md"));
    try (TestDatabase database = TestDatabase.open(Vendor.SQLITE)) {
      database.run("CREATE TABLE shop_book (id integer PRIMARY KEY AUTOINCREMENT, title text)");
      Workplace place = new Workplace(folder);
      Files.createDirectories(folder.resolve(Workplace.SOURCES));
      String help = place.run(database.siteUrl(), "inspectdb", "--help");
      assertThat(options(page, "\\| `(--[a-z-]+)")).isEqualTo(options(help, "  (--[a-z-]+)"));
      TreeSet<String> commands = options(page, "(?m)^\\./manage (inspectdb .*?)(?: +#.*)?$");
      assertThat(commands).hasSize(2);
      for (String command : commands) {
        assertThat(place.run(database.siteUrl(), command.replace("'", "").strip().split(" +")))
            .as(command)
            .endsWith("= 0\n");
      }
      assertThat(place.read("mysite.shop.Book")).contains("public class Book extends Entity {");
      assertThat(place.read("mysite.shop.ShopApp")).contains("class ShopApp implements App");
    }
  }

  private static TreeSet<String> options(String text, String pattern) {
    TreeSet<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).forEach(found::add);
    return found;
  }
}
