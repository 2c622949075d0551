package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.PrimaryKey;
import io.quintet.orm.annotation.SoftDelete;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lies in a folder and goes into the bin with it; has a key that it makes itself. */
@Model(ordering = "title")
public class Paper extends Entity {
  public static final Manager<Paper> objects = Manager.of(Paper.class);

  @PrimaryKey public UUID key;

  @Size(max = 40)
  public String title = "";

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "papers")
  public final One<Folder> folder = one();

  @SoftDelete public @Nullable Instant deleted;

  public Paper() {}

  public Paper(String title, Folder folder) {
    this.title = title;
    this.folder.set(folder);
  }
}
