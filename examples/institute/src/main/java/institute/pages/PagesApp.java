package institute.pages;

import institute.articles.Article;
import institute.articles.ArticleViews;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.http.Stage;
import io.quintet.views.TemplateLibrary;
import io.quintet.views.Templates;

/** The pages that belong to no other app, the site's template filter, middleware and command. */
public final class PagesApp implements App {
  // snippet: app
  @Override
  public void configure(AppConfig config) {
    config
        .add(Templates.LIBRARIES, TemplateLibrary.named("institute", InstituteFilters.LIBRARY))
        .add(Stage.MIDDLEWARE, Stage.APPLICATION.with("timing", site -> new ServerTiming()))
        .commands(new Drafts());
  }

  // end snippet

  // snippet: command
  /** {@code ./manage drafts}: lists the articles that nobody can read yet. */
  static final class Drafts implements Command {
    @Override
    public String name() {
      return "drafts";
    }

    @Override
    public String help() {
      return "Lists the articles that are not published yet.";
    }

    @Override
    public int run(CommandContext context) {
      for (Article draft : Article.objects.exclude(ArticleViews.isPublished()).list()) {
        context.line(draft.title);
      }
      return 0;
    }
  }
  // end snippet
}
