package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import io.quintet.orm.annotation.OnDelete;
import java.util.List;
import java.util.Optional;

/**
 * A relation as it was declared: from {@link #model()} to {@link #target()}.
 *
 * <p>The target reaches it by {@link #relatedName()}.
 */
public final class RelationMeta {
  /** How many rows stand on each side. */
  public enum Kind {
    /** Many rows point to one. */
    FOREIGN_KEY,
    /** One row points to one. */
    ONE_TO_ONE,
    /** Pairs in a table of their own. */
    MANY_TO_MANY
  }

  private final String name;
  private final Kind kind;
  private final Class<? extends Entity> targetType;
  private final OnDelete onDelete;
  private final String relatedName;
  private final boolean constraint;
  private final boolean symmetrical;
  private final boolean blank;
  private final String verboseName;
  private final String helpText;
  private final Class<?> throughType;
  private final String joinTable;
  private String ownSourceColumn = "";
  private String ownTargetColumn = "";
  private @org.jspecify.annotations.Nullable ModelMeta<?> model;

  private RelationMeta(
      String name,
      Kind kind,
      Class<? extends Entity> targetType,
      OnDelete onDelete,
      String relatedName,
      boolean constraint,
      boolean symmetrical,
      boolean blank,
      String verboseName,
      String helpText,
      Class<?> throughType,
      String joinTable) {
    this.name = name;
    this.kind = kind;
    this.targetType = targetType;
    this.onDelete = onDelete;
    this.relatedName = relatedName;
    this.constraint = constraint;
    this.symmetrical = symmetrical;
    this.blank = blank;
    this.verboseName = verboseName;
    this.helpText = helpText;
    this.throughType = throughType;
    this.joinTable = joinTable;
  }

  /** A foreign key or one-to-one relation; called by generated code. */
  public static RelationMeta toOne(
      String name,
      Kind kind,
      Class<? extends Entity> target,
      OnDelete onDelete,
      String relatedName,
      boolean constraint) {
    return new RelationMeta(
        name,
        kind,
        target,
        onDelete,
        relatedName,
        constraint,
        false,
        false,
        "",
        "",
        void.class,
        "");
  }

  /** A many-to-many relation; called by generated code. */
  public static RelationMeta toMany(
      String name,
      Class<? extends Entity> target,
      String relatedName,
      Class<?> through,
      boolean symmetrical,
      String joinTable,
      boolean blank,
      String verboseName,
      String helpText) {
    return new RelationMeta(
        name,
        Kind.MANY_TO_MANY,
        target,
        OnDelete.CASCADE,
        relatedName,
        true,
        symmetrical,
        blank,
        verboseName,
        helpText,
        through,
        joinTable);
  }

  /**
   * The columns of the table of pairs, each empty for the usual one; called by generated code.
   *
   * @return this
   */
  public RelationMeta joinColumns(String source, String target) {
    ownSourceColumn = source;
    ownTargetColumn = target;
    return this;
  }

  void attach(ModelMeta<?> owner) {
    model = owner;
  }

  /** The name of the Java field. */
  public String name() {
    return name;
  }

  /** How many rows stand on each side. */
  public Kind kind() {
    return kind;
  }

  /** Whether it is a many-to-many relation. */
  public boolean isManyToMany() {
    return kind == Kind.MANY_TO_MANY;
  }

  /** The model that declares the relation; never a proxy. */
  public ModelMeta<?> model() {
    if (model == null) {
      throw new IllegalStateException("Relation " + name + " is not part of a model yet.");
    }
    return model.concrete();
  }

  /** The model that it points to. */
  public ModelMeta<?> target() {
    return Models.of(targetType);
  }

  /** The class that it points to. */
  public Class<? extends Entity> targetType() {
    return targetType;
  }

  /** The column of a foreign key or one-to-one relation. */
  public FieldMeta field() {
    return model().field(name);
  }

  /** Whether it leads from a model to the one that it extends, by the key that both have. */
  public boolean isParentLink() {
    return kind == Kind.ONE_TO_ONE && field().parentLink();
  }

  /** What happens to a row when its target is deleted. */
  public OnDelete onDelete() {
    return onDelete;
  }

  /** Whether the target can reach these rows. */
  public boolean hasReverse() {
    return !relatedName.equals("+");
  }

  /** The name by which the target reaches these rows. */
  public String relatedName() {
    if (!relatedName.isEmpty()) {
      return relatedName;
    }
    return kind == Kind.ONE_TO_ONE ? queryName() : queryName() + "Set";
  }

  /**
   * A second name for string look-ups when no related name was declared: the model's own,
   * decapitalised.
   */
  String queryName() {
    String simple = model().name();
    return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
  }

  /** Whether the database has a constraint. */
  public boolean constraint() {
    return constraint;
  }

  /** Whether a pair of one model with itself counts in both directions. */
  public boolean symmetrical() {
    return symmetrical;
  }

  /** Whether a form may leave a many-to-many relation empty. */
  public boolean blank() {
    return blank;
  }

  /** The name shown to people. */
  public String verboseName() {
    return kind == Kind.MANY_TO_MANY ? verboseName : field().verboseName();
  }

  /** The sentence shown beside it, or empty. */
  public String helpText() {
    return kind == Kind.MANY_TO_MANY ? helpText : field().helpText();
  }

  /** The model of the pairs, if one was declared. */
  @SuppressWarnings("unchecked")
  public Optional<ModelMeta<?>> through() {
    return throughType == void.class
        ? Optional.empty()
        : Optional.of(Models.of((Class<? extends Entity>) throughType));
  }

  /** The table of the pairs of a many-to-many relation. */
  public String joinTable() {
    return through().map(ModelMeta::table).orElse(joinTable);
  }

  /** The columns of the pairs as they were declared, each empty for the usual one. */
  public List<String> ownJoinColumns() {
    return List.of(ownSourceColumn, ownTargetColumn);
  }

  /** The column of the pairs that points to {@link #model()}. */
  public String joinSourceColumn() {
    if (through().isPresent()) {
      return throughRelation(model(), false).field().column();
    }
    if (!ownSourceColumn.isEmpty()) {
      return ownSourceColumn;
    }
    String own = model().name().toLowerCase(java.util.Locale.ROOT);
    return (isBetweenOneName() ? "from_" : "") + own + "_id";
  }

  /** The column of the pairs that points to {@link #target()}. */
  public String joinTargetColumn() {
    if (through().isPresent()) {
      return throughRelation(target(), targetType == model().type()).field().column();
    }
    if (!ownTargetColumn.isEmpty()) {
      return ownTargetColumn;
    }
    String other = target().name().toLowerCase(java.util.Locale.ROOT);
    return (isBetweenOneName() ? "to_" : "") + other + "_id";
  }

  /** Whether the usual columns would be one: of a model to itself, or to its namesake elsewhere. */
  private boolean isBetweenOneName() {
    return model().name().equalsIgnoreCase(target().name());
  }

  /** The columns of the pairs that point to {@link #model()}. */
  public List<String> joinSourceColumns() {
    return List.of(joinSourceColumn());
  }

  /** The columns of the pairs that point to {@link #target()}. */
  public List<String> joinTargetColumns() {
    return List.of(joinTargetColumn());
  }

  /** The relation of the through model that points to {@link #model()}. */
  public RelationMeta throughSource() {
    return throughRelation(model(), false);
  }

  /** The relation of the through model that points to {@link #target()}. */
  public RelationMeta throughTarget() {
    return throughRelation(target(), targetType == model().type());
  }

  private RelationMeta throughRelation(ModelMeta<?> to, boolean second) {
    ModelMeta<?> pairs = through().orElseThrow();
    var matches =
        pairs.relations().stream()
            .filter(r -> !r.isManyToMany() && r.targetType() == to.type())
            .toList();
    int wanted = second ? 1 : 0;
    if (matches.size() <= wanted) {
      throw new IllegalStateException(
          "%s.%s goes through %s, which has no foreign key to %s%s. Add one."
              .formatted(
                  model().label(),
                  name,
                  pairs.label(),
                  second ? "the other side " : "",
                  to.label()));
    }
    return matches.get(wanted);
  }

  @Override
  public String toString() {
    return model().label() + "." + name;
  }
}
