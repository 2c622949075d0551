package io.quintet.orm.kinds;

import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.blog.Post;

/** Posts that many read: another view of the posts. */
@Model(proxy = true, ordering = "-views")
public class Popular extends Post {
  public static final Read objects = new Read();

  public String headline() {
    return title.toUpperCase(java.util.Locale.ROOT) + "!";
  }

  /** Posts with ten views or more. */
  public static final class Read extends Manager<Popular> {
    Read() {
      super(Popular.class);
    }

    @Override
    public QuerySet<Popular> all() {
      return super.all().filter("views__gte", 10);
    }
  }
}
