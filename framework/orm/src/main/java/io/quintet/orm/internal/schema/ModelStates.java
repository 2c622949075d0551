package io.quintet.orm.internal.schema;

import io.quintet.orm.Entity;
import io.quintet.orm.meta.ConstraintMeta;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** From the metadata of the models to states. */
public final class ModelStates {
  private ModelStates() {}

  /** The state of a model as it is declared now. */
  public static ModelState of(ModelMeta<?> meta) {
    ModelName name = name(meta);
    if (meta.concrete() != meta) {
      return new ModelState(
          name,
          List.of(),
          List.of(),
          List.of(),
          ModelOptions.USUAL.asProxy().managed(meta.managed()).ordering(meta.ordering()),
          List.of(name(meta.concrete())));
    }
    List<FieldState> fields = new ArrayList<>();
    meta.ownFields().forEach(field -> fields.add(column(field)));
    meta.ownRelations().stream()
        .filter(RelationMeta::isManyToMany)
        .forEach(relation -> fields.add(manyToMany(relation)));
    List<IndexState> indexes =
        meta.indexes().stream()
            .map(index -> new IndexState(index.name(), index.fields(), null))
            .toList();
    List<ConstraintState> constraints = new ArrayList<>();
    for (ConstraintMeta constraint : meta.constraints()) {
      constraints.add(
          switch (constraint) {
            case ConstraintMeta.Unique unique ->
                new ConstraintState.Unique(
                    unique.name(),
                    unique.fields(),
                    unique.expressions(),
                    unique.condition().isEmpty() ? null : unique.condition(),
                    Map.of());
            case ConstraintMeta.Check check ->
                new ConstraintState.Check(check.name(), check.condition());
          });
    }
    String table = meta.table().equals(Names.table(name)) ? null : meta.table();
    return new ModelState(
        name,
        fields,
        indexes,
        constraints,
        ModelOptions.USUAL.table(table).managed(meta.managed()).ordering(meta.ordering()),
        meta.parent().stream().map(ModelStates::name).toList());
  }

  private static ModelName name(ModelMeta<?> meta) {
    return new ModelName(meta.app(), meta.name());
  }

  private static ColumnState column(FieldMeta field) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (field.nullable()) {
      flags.add(Flag.NULLABLE);
    }
    boolean oneToOne =
        field.relation().filter(r -> r.kind() == RelationMeta.Kind.ONE_TO_ONE).isPresent();
    if (field.primaryKey()) {
      flags.add(Flag.PRIMARY_KEY);
    } else if (field.unique() || oneToOne) {
      flags.add(Flag.UNIQUE);
    } else if (field.indexed()) {
      flags.add(Flag.INDEXED);
    }
    ColumnType type =
        field
            .relation()
            .<ColumnType>map(
                r -> new ColumnType.ForeignKey(name(r.target()), r.onDelete(), r.constraint()))
            .orElseGet(() -> type(field.columnType()));
    boolean usual = field.column().equals(Names.column(field.name(), type));
    return new ColumnState(
        field.name(),
        usual ? null : field.column(),
        type,
        flags,
        field.databaseDefault().orElse(null));
  }

  private static ManyToManyState manyToMany(RelationMeta relation) {
    ModelName through = relation.through().map(ModelStates::name).orElse(null);
    boolean usual =
        through != null
            || relation
                .joinTable()
                .equals(Names.joinTable(relation.model().table(), relation.name()));
    return new ManyToManyState(
        relation.name(),
        name(relation.target()),
        through,
        usual ? null : relation.joinTable(),
        relation.ownJoinColumns(),
        Map.of());
  }

  private static ColumnType type(FieldType type) {
    return switch (type) {
      case FieldType.Identity(int bits) -> bits == 32 ? Simple.AUTO : Simple.BIG_AUTO;
      case FieldType.Chars(int length) -> new ColumnType.Varchar(length);
      case FieldType.Slug(int length) -> new ColumnType.Varchar(length);
      case FieldType.Email(int length) -> new ColumnType.Varchar(length);
      case FieldType.Url(int length) -> new ColumnType.Varchar(length);
      case FieldType.Choices choices -> new ColumnType.Varchar(choices.maxLength());
      case FieldType.FileName file -> new ColumnType.Varchar(file.maxLength());
      case FieldType.ImageName image -> new ColumnType.Varchar(image.maxLength());
      case FieldType.LongText _ -> Simple.TEXT;
      case FieldType.IpAddress _ -> Simple.IP_ADDRESS;
      case FieldType.Int16 _ -> Simple.SMALL_INTEGER;
      case FieldType.Int32 _ -> Simple.INTEGER;
      case FieldType.Int64 _ -> Simple.BIG_INTEGER;
      case FieldType.Float64 _ -> Simple.REAL;
      case FieldType.Decimal(int digits, int places) -> new ColumnType.Decimal(digits, places);
      case FieldType.Bool _ -> Simple.BOOLEAN;
      case FieldType.Date _ -> Simple.DATE;
      case FieldType.Time _ -> Simple.TIME;
      case FieldType.DateTime _ -> Simple.LOCAL_TIMESTAMP;
      case FieldType.Timestamp _ -> Simple.TIMESTAMP;
      case FieldType.Span _ -> Simple.DURATION;
      case FieldType.Uuid _ -> Simple.UUID;
      case FieldType.JsonValue _ -> Simple.JSON;
      case FieldType.Bytes _ -> Simple.BINARY;
      case FieldType.Array(FieldType element) -> new ColumnType.Array(type(element));
      case FieldType.Converted converted -> type(converted.held());
      case FieldType.Reference(Class<? extends Entity> target) ->
          throw new IllegalStateException(
              "A reference to " + target.getName() + " without its relation.");
    };
  }
}
