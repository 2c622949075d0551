package io.quintet.server;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.text.Nearest;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.List;

/**
 * A check: a model belongs to an app that the site has not installed, so it gets no table. Models
 * of the framework's own rooms are not meant: a site may do without them.
 */
final class UnclaimedModels implements Check {
  private static final String FRAMEWORK = "io.quintet.";

  @Override
  public List<CheckMessage> run(CheckContext context) {
    SiteContext site = context.site();
    List<String> installed = site.apps().stream().map(app -> app.label()).toList();
    List<CheckMessage> found = new ArrayList<>();
    for (ModelMeta<?> model : Models.all()) {
      String type = model.type().getName();
      if (!installed.contains(model.app()) && !type.startsWith(FRAMEWORK)) {
        found.add(
            CheckMessage.warning(
                "orm.W102",
                "The model "
                    + type
                    + " belongs to the app '"
                    + model.app()
                    + "', which is not installed"
                    + Nearest.suggestion(model.app(), installed)
                    + ": no migration makes its table.",
                "Install the app in Site.apps(...), or name the right one:"
                    + " @Model(app = \"...\")."));
      }
    }
    return found;
  }
}
