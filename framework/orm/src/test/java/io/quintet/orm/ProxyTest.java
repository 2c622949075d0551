package io.quintet.orm;

import static io.quintet.orm.kinds.QPopular.popular;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Post;
import io.quintet.orm.kinds.Popular;
import io.quintet.orm.meta.Models;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class ProxyTest extends OrmTest {
  ProxyTest(Backend backend) {
    super(backend);
  }

  @Test
  void aProxyIsAnotherViewOfTheSameRows() {
    assertThat(Popular.objects.list())
        .extracting(Popular::headline)
        .containsExactly("GAMMA!", "ALPHA!");
    Popular found = Popular.objects.get(popular.title.eq("Alpha"));
    assertThat(found).isEqualTo(alpha).hasSameHashCodeAs(alpha);
    assertThat(alpha).isEqualTo(found);
    found.views = 99;
    found.save();
    alpha.refresh();
    assertThat(alpha.views).isEqualTo(99);
  }

  @Test
  void relationsAreThoseOfTheModel() {
    Popular found = Popular.objects.get(popular.title.eq("Alpha"));
    assertThat(found.author.get()).isEqualTo(ann);
    assertThat(found.tags.list()).containsExactlyInAnyOrder(java, sql);
    found.tags.remove(sql);
    assertThat(alpha.tags.list()).containsExactly(java);
    assertThat(Popular.objects.filter(popular.author().name.eq("Bob")).count()).isEqualTo(1);
    assertThat(Popular.objects.filter(popular.tags().name.eq("java")).count()).isEqualTo(1);
    assertThat(Popular.objects.selectRelated(popular.author()).first())
        .hasValueSatisfying(p -> expectStatements(0, () -> p.author.get().name.length()));
    assertThat(Popular.objects.prefetchRelated(popular.tags()).list().getLast().tags.isLoaded())
        .isTrue();
    assertThat(ann.related(Post.class, "posts").list()).containsExactlyInAnyOrder(alpha, beta);
    assertThat(Author.objects.filter("posts__title", "Gamma").list()).containsExactly(bob);
  }

  @Test
  void aNewRowOfAProxyIsOneOfTheModel() {
    Popular made = new Popular();
    made.title = "Delta";
    made.slug = "delta";
    made.author.set(bob);
    made.save();
    assertThat(Post.objects.getById(made.id)).isEqualTo(made);
    made.tags.add(java);
    assertThat(made.delete()).isEqualTo(Map.of("kinds.Popular", 1L, "blog.Post_tags", 1L));
    assertThat(Post.objects.count()).isEqualTo(3);
  }

  @Test
  void aProxyHasNoTableOfItsOwn() {
    assertThat(Models.proxies()).contains(Models.of(Popular.class));
    assertThat(Models.all()).doesNotContain(Models.of(Popular.class));
    assertThat(Models.of(Popular.class).table()).isEqualTo("blog_post");
    assertThat(Models.of(Popular.class).concrete()).isEqualTo(Models.of(Post.class));
    assertThat(Models.of(Author.class).reverseRelations())
        .extracting(r -> r.model().label())
        .doesNotContain("kinds.Popular");
  }
}
