package io.quintet.orm;

import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Card;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Tag;
import io.quintet.orm.kinds.Document;
import io.quintet.orm.kinds.Guide;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The page of mistakes: what is found when the code runs. */
class MistakesGuideTest extends OrmTest {
  MistakesGuideTest() {
    super(Backend.SQLITE);
  }

  private Map<String, ThrowingCallable> examples() {
    Map<String, ThrowingCallable> found = new LinkedHashMap<>();
    found.put(
        "A name in a look-up that the model does not have",
        () -> Post.objects.filter("auther__name", "Ann").list());
    found.put("A row that is not there", () -> Tag.objects.get("name", "cobol"));
    found.put("More rows than one", () -> Post.objects.get("author", ann));
    found.put("Filtering what was sliced", () -> Post.objects.limit(5).filter(post.views.gt(3)));
    found.put(
        "Pointing to an entity that is not saved",
        () -> new Post("Title", "slug", new Author("Cid")).save());
    found.put(
        "Locking rows outside of a transaction",
        () -> {
          Thread other =
              new Thread(
                  () -> backend.site().run(() -> Post.objects.all().selectForUpdate().list()));
          Throwable[] thrown = new Throwable[1];
          other.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
          other.start();
          other.join();
          throw thrown[0];
        });
    found.put(
        "Fetching many rows as if they were one", () -> Post.objects.selectRelated("tags").list());
    found.put(
        "Overwriting what someone else changed",
        () -> {
          Document document = Document.objects.create(new Document("draft"));
          Document.objects.all().update(Map.of("title", "theirs"));
          Db.execute("UPDATE kinds_document SET id = 7");
          Document mine = Document.objects.getById(7);
          mine.version = document.version;
          mine.title = "mine";
          mine.save();
        });
    found.put(
        "Selecting fewer columns than a record has",
        () -> Post.objects.select(post.title).into(Card.class));
    found.put("Deleting what others point to", () -> databases.delete());
    return found;
  }

  @Test
  void eachMistakeIsToldWhatThePageShows() {
    Map<String, String> told = new LinkedHashMap<>();
    examples().forEach((title, code) -> told.put(title, catchThrowable(code).getMessage()));
    Map<String, String> shown = new LinkedHashMap<>();
    Guide.mistakes("Found when it runs").forEach(m -> shown.put(m.title(), m.message()));
    assertThat(told).isEqualTo(shown).hasSize(10);
  }
}
