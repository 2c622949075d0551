package io.quintet.http;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.http.routing.Route;
import io.quintet.http.routing.Router;

/** Lists the routes of the site. */
final class RoutesCommand implements Command {
  @Override
  public String name() {
    return "routes";
  }

  @Override
  public String help() {
    return "Lists the routes of the site: pattern, name, methods.";
  }

  @Override
  public int run(CommandContext context) {
    Router router = context.site().service(Router.SERVICE);
    int pattern =
        router.routes().stream().mapToInt(route -> route.pattern().length() + 1).max().orElse(0);
    int name =
        router.routes().stream()
            .mapToInt(route -> route.fullName().orElse("").length())
            .max()
            .orElse(0);
    for (Route route : router.routes()) {
      String methods = route.methods().isEmpty() ? "" : String.join(" ", route.methods());
      context.line(
          (pad("/" + route.pattern(), pattern + 2)
                  + pad(route.fullName().orElse(""), name + 2)
                  + methods)
              .stripTrailing());
    }
    return 0;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
