package io.quintet.http.groups;

import io.quintet.core.SiteContext;
import io.quintet.http.internal.live.GroupTable;
import io.quintet.orm.Db;
import io.quintet.orm.OrmSettings;

/**
 * Sends a text to all WebSockets and event streams that joined a group, in every process of the
 * site:
 *
 * <pre>{@code
 * Db.atomic(() -> {
 *   Comment.objects.create(comment);
 *   Groups.send("post-" + post.id, Json.write(comment.shown()));   // when it commits, and only then
 * });
 * }</pre>
 *
 * <p>A connection joins and leaves a group by itself ({@code socket.join("post-7")}); a group
 * exists while anyone is in it. What is sent reaches those who are connected at that moment, at
 * most once. The messages of one sender keep their order. Between processes the setting {@code
 * bus.backend} decides what carries them.
 */
public final class Groups {
  private Groups() {}

  /**
   * Sends a text to a group: at once, or when the running transaction commits.
   *
   * @param group its name, up to 200 characters
   * @param text such as JSON
   */
  public static void send(String group, String text) {
    SiteContext site = SiteContext.current();
    GroupTable table = site.service(GroupTable.SERVICE);
    if (site.settings().declares(OrmSettings.DATABASE_URL)) {
      Db.onCommit(() -> table.send(group, text));
    } else {
      table.send(group, text);
    }
  }

  /** How many connections of this process are in a group. */
  public static int size(String group) {
    return SiteContext.current().service(GroupTable.SERVICE).size(group);
  }
}
