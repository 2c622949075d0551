package guestbook;

import io.quintet.Site;
import io.quintet.auth.AccountsApp;
import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import java.util.stream.Collectors;

/** The site. */
final class Guestbook {
  private Guestbook() {}

  static Site site() {
    return Site.named("guestbook")
        .apps(new AccountsApp(), new GuestbookApp())
        .urls(Guestbook::urls);
  }

  private static void urls(Routes routes) {
    routes.path("", Guestbook::index).name("index");
    routes.path("write/", Guestbook::write).name("write");
    routes.path("me/", Guestbook::me);
    routes.path("picture/", Guestbook::picture);
  }

  private static Response index(Request request) {
    return Response.text(
        Entry.objects.all().list().stream()
            .map(entry -> entry.words)
            .collect(Collectors.joining(", ")));
  }

  private static Response write(Request request) {
    var entry = new Entry();
    entry.words = request.post().get("words", "");
    entry.save();
    GuestbookApp.TELL.enqueue(entry.id);
    return Response.redirect("/");
  }

  private static Response me(Request request) {
    return Response.text("Hello " + Auth.user(request).map(User::toString).orElse("stranger"));
  }

  private static Response picture(Request request) {
    var file = request.files().find("picture").orElseThrow();
    return Response.text(request.post().get("title", "") + " " + file.name() + " " + file.size());
  }
}
