package io.quintet.admin.library;

import io.quintet.admin.Action;
import io.quintet.admin.Admin;
import io.quintet.admin.Fieldset;
import io.quintet.admin.ModelAdmin;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import java.util.Map;

/** The library and its admin. */
public final class LibraryApp implements App {
  @Override
  public void configure(AppConfig config) {
    config
        .add(
            Admin.MODELS,
            ModelAdmin.of(Book.class)
                .columns(
                    "title",
                    "author",
                    "author__born",
                    "genres",
                    "binding",
                    "reference",
                    "cover",
                    "age")
                .computed("age", "Age", "published", book -> book.published == null ? "" : "old")
                .search("title", "author__name", "^slug")
                .filters("binding", "reference", "author", "genres", "published")
                .dates("published")
                .pageSize(10)
                .fieldsets(
                    Fieldset.named("").line("title", "slug").fields("author", "genres", "cover"),
                    Fieldset.named("More")
                        .fields("binding", "pages", "reference", "published", "created")
                        .collapsed())
                .readOnly("created")
                .prepopulated("slug", "title")
                .action(
                    Action.of(
                        "shelve",
                        "Move to the reference shelf",
                        (request, books) ->
                            books.update(Map.of("reference", true)) + " books moved."))
                .action(
                    Action.<Book>of(
                            "unshelve",
                            "Let them be lent",
                            (request, books) ->
                                books.update(Map.of("reference", false)) + " books can be lent.")
                        .asksFirst("Readers may take them home then.")))
        .add(Admin.MODELS, ModelAdmin.of(Author.class).search("name"))
        .add(Admin.MODELS, ModelAdmin.of(Loan.class).columns("book", "reader").rawId("book"));
  }
}
