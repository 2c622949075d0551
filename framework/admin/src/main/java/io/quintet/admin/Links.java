package io.quintet.admin;

import io.quintet.core.MultiMap;
import io.quintet.http.Request;
import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import java.util.Locale;

/** The addresses of the admin's pages. */
final class Links {
  /** The parameter that keeps the list's search, filters and order while a row is edited. */
  static final String KEPT = "_filters";

  /** The parameter of the small window in which a related row is added. */
  static final String POPUP = "_popup";

  /** Stands for a key in an address that the browser completes. */
  static final String ANY_KEY = "__id__";

  private static final String NAMESPACE = "admin:";

  private Links() {}

  static String index() {
    return Urls.reverse(NAMESPACE + "index");
  }

  static String login() {
    return Urls.reverse(NAMESPACE + "login");
  }

  static String app(String label) {
    return Urls.reverse(NAMESPACE + "app_list", label);
  }

  static String list(ModelMeta<?> model) {
    return Urls.reverse(NAMESPACE + routeName(model, "changelist"));
  }

  /** The list as it was when the row was opened. */
  static String list(ModelMeta<?> model, Request request) {
    String kept = kept(request);
    return list(model) + (kept.isEmpty() ? "" : "?" + kept);
  }

  static String add(ModelMeta<?> model) {
    return Urls.reverse(NAMESPACE + routeName(model, "add"));
  }

  static String change(Entity entity, ModelMeta<?> model) {
    return Urls.reverse(NAMESPACE + routeName(model, "change"), Keys.segment(entity));
  }

  static String changeOfAny(ModelMeta<?> model) {
    return change(ANY_KEY, model, "change");
  }

  static String change(String key, ModelMeta<?> model) {
    return change(Keys.escape(key), model, "change");
  }

  private static String change(String segment, ModelMeta<?> model, String page) {
    return Urls.reverse(NAMESPACE + routeName(model, page), segment);
  }

  static String delete(Entity entity, ModelMeta<?> model) {
    return change(Keys.segment(entity), model, "delete");
  }

  static String history(Entity entity, ModelMeta<?> model) {
    return change(Keys.segment(entity), model, "history");
  }

  static String password(Entity user) {
    return Urls.reverse(NAMESPACE + "auth_user_password_change", Keys.segment(user));
  }

  /** The name of a model's route, without the namespace. */
  static String routeName(ModelMeta<?> model, String page) {
    return model.app() + "_" + model.name().toLowerCase(Locale.ROOT) + "_" + page;
  }

  /** The query of the list that a page was opened from; made anew, so nothing else slips in. */
  static String kept(Request request) {
    try {
      return MultiMap.parse(request.query().get(KEPT, "")).urlencode();
    } catch (MultiMap.TooManyFields e) {
      return "";
    }
  }

  /** The address with the list's query to come back to. */
  static String keeping(String url, String query) {
    return query.isEmpty() ? url : url + "?" + MultiMap.of(KEPT, query).urlencode();
  }

  static String keeping(String url, Request request) {
    return keeping(url, kept(request));
  }

  static boolean isPopup(Request request) {
    return request.query().has(POPUP) || (request.isPost() && request.post().has(POPUP));
  }
}
