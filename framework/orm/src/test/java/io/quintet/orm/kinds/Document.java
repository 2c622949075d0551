package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Version;
import jakarta.validation.constraints.Size;

/** A text that several people edit. */
@Model
public class Document extends Entity {
  public static final Manager<Document> objects = Manager.of(Document.class);

  @Size(max = 80)
  public String title = "";

  @Version public int version;

  public Document() {}

  public Document(String title) {
    this.title = title;
  }
}
