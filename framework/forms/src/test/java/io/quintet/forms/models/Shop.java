package io.quintet.forms.models;

import io.quintet.core.MultiMap;
import io.quintet.core.SiteContext;
import io.quintet.forms.shop.Item;
import io.quintet.forms.shop.Label;
import io.quintet.forms.shop.Maker;
import io.quintet.forms.shop.Notice;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.Schema;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import java.nio.file.Path;
import java.util.Map;

/** The shop of the tests: its site with an empty database, and rows to begin with. */
final class Shop {
  private Shop() {}

  static SiteContext open(Path folder) {
    SiteContext site =
        SiteContext.builder("test")
            .baseDir(folder)
            .apps(new OrmApp(), new StorageApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, new DatabaseUrl.Sqlite("test.sqlite3"))
            .replace(Storages.SERVICE, Storages::inMemory)
            .build();
    site.run(() ->
        Db.connection(connection -> {
          Schema.create(connection, Maker.class, Label.class, Item.class, Notice.class);
          return null;
        }));
    return site;
  }

  static Maker maker(String name) {
    Maker maker = new Maker(name);
    maker.save();
    return maker;
  }

  static Item item(Maker maker, String title) {
    Item item = new Item();
    item.maker.set(maker);
    item.title = title;
    item.slug = title.toLowerCase(java.util.Locale.ROOT);
    item.save();
    return item;
  }

  /** What a browser sends for a form set with the prefix "items". */
  static MultiMap sent(int total, int initial, String... pairs) {
    MultiMap sent =
        MultiMap.of(
            "items-TOTAL_FORMS",
            String.valueOf(total),
            "items-INITIAL_FORMS",
            String.valueOf(initial));
    for (int i = 0; i < pairs.length; i += 2) {
      sent = sent.with("items-" + pairs[i], pairs[i + 1]);
    }
    return sent;
  }

  /** The inputs of one line. */
  static MultiMap line(MultiMap sent, int index, Object key, String title, String pieces) {
    String name = "items-" + index + "-";
    return sent.with(name + "id", key.toString())
        .with(name + "title", title)
        .with(name + "slug", title.toLowerCase(java.util.Locale.ROOT))
        .with(name + "pieces", pieces);
  }
}
