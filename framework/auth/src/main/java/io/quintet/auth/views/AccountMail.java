package io.quintet.auth.views;

import io.quintet.auth.User;
import io.quintet.http.Request;
import io.quintet.mail.Mail;
import io.quintet.views.Templates;
import java.util.Map;

/** The mails of the account pages: three templates each, for subject, text and HTML. */
final class AccountMail {
  private AccountMail() {}

  static void send(Request request, String name, User user, String path) {
    String template = "accounts/mail/" + name;
    Map<String, Object> context =
        Map.of("user", user, "link", request.absoluteUri(path), "siteName", request.host());
    Mail.builder()
        .to(user.email)
        .subject(Templates.render(template + "_subject.txt", context).strip())
        .text(Templates.render(template + "_body.txt", context))
        .html(Templates.render(template + "_body.html", context))
        .build()
        .send();
  }
}
