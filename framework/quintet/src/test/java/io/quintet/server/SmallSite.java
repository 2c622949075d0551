package io.quintet.server;

import io.quintet.SampleContent;
import io.quintet.Site;
import io.quintet.auth.AccountsApp;
import io.quintet.auth.Group;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Terminal;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import io.quintet.views.Shortcuts;
import java.util.Map;

/**
 * A site in a process of its own, for tests that stop and kill it. Its sample content is one group;
 * with the property {@code hang} it is saved and then never comes to its end.
 */
final class SmallSite {
  private SmallSite() {}

  public static void main(String[] args) {
    site().run(args);
  }

  static Site site() {
    return Site.named("small").apps(new AccountsApp(), new Samples()).urls(SmallSite::urls);
  }

  private static void urls(Routes routes) {
    routes.path("", SmallSite::hello);
    routes.path("slow/", request -> slow());
  }

  private static Response hello(Request request) {
    return Shortcuts.render(request, "small/hello.html", Map.of("greeting", "Good day"));
  }

  /** Answers when a line comes in at standard input. */
  private static Response slow() throws Exception {
    System.out.println("A slow request has begun");
    return Response.text("ended with " + (char) System.in.read());
  }

  private static final class Samples implements App, SampleContent {
    @Override
    public String label() {
      return "samples";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(SampleContent.POINT, this);
    }

    @Override
    public void load(SiteContext site, Terminal terminal) throws Exception {
      var group = new Group();
      group.name = "Readers";
      group.save();
      if (Boolean.getBoolean("hang")) {
        System.out.println("Half of the sample content is saved");
        Thread.currentThread().join();
      }
    }
  }
}
