package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Membership;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Profile;
import io.quintet.orm.blog.Status;
import io.quintet.orm.blog.Tag;
import io.quintet.orm.blog.Team;
import io.quintet.orm.blog.Token;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.places.Feature;
import io.quintet.orm.places.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class RelationTest extends OrmTest {
  RelationTest(Backend backend) {
    super(backend);
  }

  @Test
  void aForeignKeyTouchedInOneRowIsLoadedForAll() {
    expectStatements(
        2,
        () -> {
          for (Post p : Post.objects.orderBy("title").list()) {
            assertThat(p.author.get().name).isNotEmpty();
          }
        });
  }

  @Test
  void aManyToManyTouchedInOneRowIsLoadedForAll() {
    expectStatements(
        2,
        () -> {
          List<Post> posts = Post.objects.orderBy("title").list();
          assertThat(posts.get(0).tags).extracting(t -> t.name).containsExactly("java", "sql");
          assertThat(posts.get(1).tags).extracting(t -> t.name).containsExactly("java");
          assertThat(posts.get(2).tags).isEmpty();
        });
  }

  @Test
  void rowsThatPointHereAreLoadedForAllAndKnowTheirOwner() {
    expectStatements(
        2,
        () -> {
          for (Author a : Author.objects.list()) {
            for (Post p : a.posts()) {
              assertThat(p.author.get()).isSameAs(a);
            }
          }
        });
  }

  @Test
  void selectRelatedReadsInOneStatement() {
    expectStatements(
        1,
        () -> {
          List<Post> posts =
              Post.objects
                  .selectRelated(post.author().mentor(), post.category())
                  .orderBy(post.title.asc())
                  .list();
          assertThat(posts.get(2).author.get().mentor.get()).isEqualTo(ann);
          assertThat(posts.get(0).author.get().mentor.get()).isNull();
          assertThat(posts.get(0).category.get().name).isEqualTo("Databases");
          assertThat(posts.get(1).category.get()).isNull();
        });
  }

  @Test
  void selectRelatedFollowsOneToOneBackwards() {
    Token token = new Token();
    token.key = "abc";
    token.author.set(ann);
    token.save();
    expectStatements(
        1,
        () -> {
          List<Author> authors = Author.objects.selectRelated("token").list();
          assertThat(Models.of(Author.class).property(authors.get(0), "token")).isEqualTo(token);
          assertThat(Models.of(Author.class).property(authors.get(1), "token")).isNull();
        });
    assertThat(Token.objects.getById("abc").author.get()).isEqualTo(ann);
  }

  @Test
  void aRelationMayBeThePrimaryKey() {
    Profile profile = new Profile();
    profile.author.set(ann);
    profile.about = "Writes.";
    profile.save();
    profile.about = "Writes much.";
    profile.save();
    assertThat(Profile.objects.getById(ann.id).about).isEqualTo("Writes much.");
    assertThat(Profile.objects.get("author", ann)).isEqualTo(profile);
    assertThat(Author.objects.filter("profile__about__contains", "much").list())
        .containsExactly(ann);
    assertThat(profile.validate().isEmpty()).isTrue();
    ann.delete();
    assertThat(Profile.objects.exists()).isFalse();
  }

  @Test
  void prefetchRelatedReadsAlongPathsAndTakesAQueryset() {
    expectStatements(
        3,
        () -> {
          List<Author> authors = Author.objects.prefetchRelated(author.posts().tags()).list();
          assertThat(authors.get(0).posts().list()).hasSize(2);
          assertThat(authors.get(0).posts().list().get(0).tags.list()).isNotEmpty();
        });
    expectStatements(
        2,
        () -> {
          List<Author> authors =
              Author.objects
                  .prefetchRelated(
                      Prefetch.of(
                          author.posts(), Post.objects.filter(post.status.eq(Status.PUBLISHED))))
                  .list();
          assertThat(titles(authors.get(0).posts())).containsExactly("Alpha");
          assertThat(titles(authors.get(1).posts())).containsExactly("Gamma");
        });
  }

  @Test
  void fetchModeRaiseMakesAnUnfetchedRelationAnError() {
    Post found = Post.objects.fetchMode(FetchMode.RAISE).get(post.slug.eq("alpha"));
    assertThatThrownBy(found.author::get)
        .isInstanceOf(NotFetchedException.class)
        .hasMessage(
            "blog.Post.author was not fetched, and the query says fetchMode(RAISE). Add it to selectRelated or prefetchRelated.");
    assertThatThrownBy(found.tags::list).isInstanceOf(NotFetchedException.class);
  }

  @Test
  void pairsAreAddedTakenOutSetAndCleared() {
    gamma.tags.add(java);
    gamma.tags.add(java, sql);
    assertThat(gamma.tags.list()).containsExactly(java, sql);
    gamma.tags.remove(java);
    assertThat(gamma.tags.list()).containsExactly(sql);
    gamma.tags.set(List.of(java));
    assertThat(gamma.tags.contains(java)).isTrue();
    assertThat(gamma.tags.contains(sql)).isFalse();
    assertThat(titles(java.related(Post.class, "posts").all().orderBy("title")))
        .containsExactly("Alpha", "Beta", "Gamma");
    java.related(Post.class, "posts").remove(beta);
    assertThat(beta.tags.all().exists()).isFalse();
    gamma.tags.clear();
    assertThat(gamma.tags.count()).isZero();
  }

  @Test
  void aNewRowKnowsTheRowsThatItWasGiven() {
    Feature garden = Feature.objects.create(new Feature("garden"));
    Feature lunch = Feature.objects.create(new Feature("lunch"));
    Place park = Place.objects.create(new Place("Park"));
    expectStatements(1, () -> park.features.set(List.of(lunch, garden, lunch)));
    expectStatements(0, () -> assertThat(park.features.list()).containsExactly(lunch, garden));
    assertThat(park.features.all().list()).containsExactlyInAnyOrder(lunch, garden);
    park.features.set(List.of(garden));
    assertThat(park.features.list()).containsExactly(garden);
  }

  @Test
  void aModelIsRelatedToItself() {
    ann.follows.add(bob);
    assertThat(ann.follows).containsExactly(bob);
    assertThat(bob.follows).isEmpty();
    assertThat(bob.related(Author.class, "followers").list()).containsExactly(ann);
    assertThat(Author.objects.filter(author.followers().name.eq("Ann")).list())
        .containsExactly(bob);
    assertThat(ann.related(Author.class, "pupils").list()).containsExactly(bob);
  }

  @Test
  void pairsWithColumnsOfTheirOwnAreAModel() {
    Team core = Team.objects.create(new Team("Core"));
    core.members.add(ann);
    assertThat(core.members.list()).containsExactly(ann);
    assertThat(Membership.objects.get("team", core).role).isEqualTo("member");
    Membership lead = new Membership();
    lead.team.set(core);
    lead.author.set(bob);
    lead.role = "lead";
    lead.save();
    assertThat(Team.objects.filter("members__name", "Bob").list()).containsExactly(core);
    assertThat(Author.objects.filter("teams__membershipSet__role", "lead").distinct().count())
        .isEqualTo(2);
    core.members.remove(ann);
    assertThat(core.members.all().list()).containsExactly(bob);
  }

  @Test
  void rowsThatPointHereAreAddedAndReleased() {
    Author cy = Author.objects.create(new Author("Cy"));
    ann.related(Author.class, "pupils").add(cy);
    assertThat(ann.related(Author.class, "pupils").list()).containsExactly(bob, cy);
    ann.related(Author.class, "pupils").remove(bob);
    assertThat(Author.objects.getById(bob.id).mentor.get()).isNull();
    assertThatThrownBy(() -> ann.posts().remove(alpha))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "blog.Post.author cannot be null, so its rows cannot be taken out. Delete them, or give them another author.");
  }

  @Test
  void propertiesAreReadByNameForTemplates() {
    ModelMeta<Post> meta = Models.of(Post.class);
    Post found = Post.objects.get("slug", "alpha");
    assertThat(meta.property(found, "title")).isEqualTo("Alpha");
    assertThat(meta.property(found, "author")).isEqualTo(ann);
    assertThat(meta.property(found, "author_id")).isEqualTo(ann.id);
    assertThat(meta.property(found, "get_status_display")).isEqualTo("Published");
    assertThat(meta.property(found, "statusLabel")).isEqualTo("Published");
    assertThat(meta.property(found, "get_absolute_url")).isEqualTo("/blog/alpha/");
    assertThat(meta.property(found, "absoluteUrl")).isEqualTo("/blog/alpha/");
    assertThat(meta.property(found, "pk")).isEqualTo(alpha.id);
    assertThat(meta.property(found, "nothing")).isSameAs(ModelMeta.NO_PROPERTY);
    assertThat(Models.of(Tag.class).property(java, "posts")).isInstanceOf(Many.class);
  }
}
