package io.quintet.orm.internal.schema.workshop;

import static io.quintet.orm.annotation.OnDelete.PROTECT;

import io.quintet.orm.Entity;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Not recorded yet. */
@Model
@Index({"name", "-boughtAt"})
@UniqueTogether({"name", "maker"})
@Check(value = "weight > 0", name = "tool_has_weight")
public class Tool extends Entity {
  /** Its state. */
  public enum State {
    NEW,
    WORN
  }

  @Size(max = 100)
  public String name;

  @ForeignKey(onDelete = PROTECT, relatedName = "tools")
  public final One<Maker> maker = one();

  @ManyToMany(relatedName = "usedIn")
  public final Many<Tool> parts = many();

  @Digits(integer = 6, fraction = 2)
  public BigDecimal weight;

  public State state = State.NEW;
  public @Nullable Instant boughtAt;
}
