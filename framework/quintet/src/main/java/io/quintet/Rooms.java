package io.quintet;

import io.quintet.cache.CacheApp;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.sessions.SessionsApp;
import io.quintet.mail.MailApp;
import io.quintet.orm.OrmApp;
import io.quintet.server.ServerApp;
import io.quintet.storage.StorageApp;
import io.quintet.tasks.TasksApp;
import io.quintet.views.ViewsApp;

/**
 * The rooms that every site has; accounts, admin and API are installed by the site that wants them.
 */
final class Rooms {
  private Rooms() {}

  static void install(SiteContext.Builder site) {
    site.apps(
        new CoreApp(),
        new StorageApp(),
        new CacheApp(),
        new MailApp(),
        new OrmApp(),
        new HttpApp(),
        new SessionsApp(),
        new ViewsApp(),
        new TasksApp(),
        new ServerApp());
  }
}
