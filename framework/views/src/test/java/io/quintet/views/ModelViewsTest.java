package io.quintet.views;

import static io.quintet.views.Shortcuts.redirect;
import static io.quintet.views.blog.QAuthor.author;
import static io.quintet.views.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.migrations.Schema;
import io.quintet.views.blog.Author;
import io.quintet.views.blog.Post;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelViewsTest {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "list.html",
          "{% for post in posts %}{{ post.title }} by {{ post.author.name }};{% endfor %}"
              + "{% if is_paginated %}page {{ page_obj.number }} of {{ paginator.num_pages }}"
              + "{% endif %}",
          "detail.html",
          "{{ post.title }}: {{ object.author.name }}, {{ post.author.posts.count }} in all",
          "form.html",
          "{% if object %}edit {{ object }}{% else %}new{% endif %} {{ form.errors.slug }}"
              + "{{ form.title }}",
          "delete.html",
          "{% for branch in deletion.tree %}{{ branch.entity }}"
              + "{% for child in branch.children %}({{ child.entity }}){% endfor %}{% endfor %}");

  @TempDir Path folder;
  private TestSite site;

  private static void routes(Routes routes) {
    routes
        .path(
            "",
            ListView.of(Post.objects.selectRelated(post.author()))
                .template("list.html")
                .as("posts")
                .paginateBy(2))
        .name("list");
    routes.path(
        "new/",
        CreateView.of(() -> ModelForm.of(new Post(), "title", "slug"))
            .template("form.html")
            .prepare((request, post) -> post.author.set(Author.objects.get(author.name.eq("Ann"))))
            .then(saved -> redirect("detail", saved.slug)));
    routes
        .path(
            "<slug:slug>/",
            DetailView.of((String slug) -> Post.objects.filter(post.slug.eq(slug)))
                .template("detail.html")
                .as("post"))
        .name("detail");
    routes.path(
        "<slug:slug>/edit/",
        UpdateView.of(
                (String slug) -> Post.objects.filter(post.slug.eq(slug)),
                post -> ModelForm.of(post, "title", "slug"))
            .template("form.html")
            .then(saved -> redirect("detail", saved.slug)));
    routes.path(
        "authors/<int:id>/delete/",
        DeleteView.of((Long id) -> Author.objects.filter(author.id.eq(id)))
            .template("delete.html")
            .then(gone -> redirect("list")));
  }

  @BeforeEach
  void open() {
    site =
        TestSite.withDatabase(
            folder, new DatabaseUrl.Sqlite("test.sqlite3"), TEMPLATES, ModelViewsTest::routes);
    site.site()
        .run(() -> {
          Db.connection(connection -> {
            Schema.create(connection, Author.class, Post.class);
            return null;
          });
          Author ann = new Author("Ann");
          ann.save();
          new Post("A", "a", ann).save();
          new Post("B", "b", ann).save();
          new Post("C", "c", ann).save();
        });
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aListIsReadPageByPage() {
    assertThat(site.get("/").text()).isEqualTo("A by Ann;B by Ann;page 1 of 2");
    assertThat(site.get("/?page=2").text()).isEqualTo("C by Ann;page 2 of 2");
    assertThat(site.get("/?page=last").text()).startsWith("C by Ann;");
    assertThat(site.get("/?page=9").status()).isEqualTo(404);
    assertThat(site.get("/?page=x").status()).isEqualTo(404);
  }

  @Test
  void aListIsReadAnewForEachRequest() {
    site.get("/");
    site.site().run(() -> Post.objects.filter(post.slug.eq("a")).delete());
    assertThat(site.get("/").text()).startsWith("B by Ann;C by Ann;");
  }

  @Test
  void aRowIsFoundByTheValueOfThePath() {
    assertThat(site.get("/b/").text()).isEqualTo("B: Ann, 3 in all");
    assertThat(site.get("/zzz/").status()).isEqualTo(404);
  }

  @Test
  void aRowIsCreated() {
    assertThat(site.get("/new/").text()).startsWith("new ").contains("name=\"title\"");
    Response taken = site.post("/new/", "title=Again&slug=a");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text())
        .contains("Post with this Slug already exists.")
        .contains("value=\"Again\"");
    Response saved = site.post("/new/", "title=D&slug=d");
    assertThat(saved.header("Location")).contains("/d/");
    assertThat(site.get("/d/").text()).isEqualTo("D: Ann, 4 in all");
  }

  @Test
  void aRowIsChanged() {
    assertThat(site.get("/a/edit/").text()).startsWith("edit A").contains("value=\"A\"");
    Response saved = site.post("/a/edit/", "title=Better&slug=a");
    assertThat(saved.status()).isEqualTo(302);
    assertThat(site.get("/a/").text()).startsWith("Better:");
  }

  @Test
  void aRowIsDeletedAfterShowingWhatGoesWithIt() {
    long id = site.call(() -> Author.objects.get(author.name.eq("Ann")).id);
    String path = "/authors/" + id + "/delete/";
    assertThat(site.get(path).text()).isEqualTo("Ann(A)(B)(C)");
    assertThat(site.post(path, "").header("Location")).contains("/");
    assertThat(site.call(Post.objects::count)).isZero();
  }
}
