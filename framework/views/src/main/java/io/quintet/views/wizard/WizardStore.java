package io.quintet.views.wizard;

import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signing;
import io.quintet.http.Cookie;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.sessions.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a wizard keeps the answers between two pages. */
public sealed interface WizardStore {
  /** In the visitor's session. */
  static WizardStore session() {
    return new InSession();
  }

  /**
   * In a signed cookie, for sites without sessions. The visitor can read it and not change it; it
   * holds some kilobytes.
   *
   * @param age how long it is good for
   */
  static WizardStore cookie(Duration age) {
    return new InCookie(age);
  }

  /** What was kept for a wizard, or null. */
  @Nullable Object load(Request request, String wizard);

  /** The response with what is to be kept; null for nothing any more. */
  Response keep(Request request, String wizard, @Nullable Object state, Response response);

  /** See {@link #session}. */
  record InSession() implements WizardStore {
    private static String key(String wizard) {
      return "wizard." + wizard;
    }

    private static Session of(Request request) {
      return request
          .attribute(Session.KEY)
          .orElseThrow(() ->
              new IllegalStateException(
                  "A wizard keeps its answers in the session, and this site has none: add"
                      + " SessionsApp, or use WizardStore.cookie(...)"));
    }

    @Override
    public @Nullable Object load(Request request, String wizard) {
      return of(request).get(key(wizard));
    }

    @Override
    public Response keep(
        Request request, String wizard, @Nullable Object state, Response response) {
      if (state == null) {
        of(request).remove(key(wizard));
      } else {
        of(request).put(key(wizard), state);
      }
      return response;
    }
  }

  /**
   * See {@link #cookie}.
   *
   * @param age how long it is good for
   */
  record InCookie(Duration age) implements WizardStore {
    private static final int MOST = 3_800;

    private static String salt(String wizard) {
      return "quintet.wizard." + wizard;
    }

    @Override
    public @Nullable Object load(Request request, String wizard) {
      String text = request.cookie("wizard_" + wizard).orElse("");
      if (text.isEmpty()) {
        return null;
      }
      try {
        return Signing.loads(text, salt(wizard), age);
      } catch (BadSignature e) {
        return null;
      }
    }

    @Override
    public Response keep(
        Request request, String wizard, @Nullable Object state, Response response) {
      String name = "wizard_" + wizard;
      if (state == null) {
        return response.withCookie(Cookie.deleted(name));
      }
      String text = Signing.dumps(state, salt(wizard));
      if (text.length() > MOST) {
        throw new IllegalStateException(
            "The answers of the wizard \"%s\" take %d bytes, and a cookie holds %d: keep them in the"
                    .formatted(wizard, text.length(), MOST)
                + " session");
      }
      return response.withCookie(
          Cookie.of(name, text).withMaxAge(age).withSecure(request.isSecure()));
    }
  }
}
