package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.JavaExpression.chain;

import io.quintet.orm.internal.schema.JavaExpression.Atom;
import io.quintet.orm.internal.schema.JavaExpression.Call;
import io.quintet.orm.internal.schema.JavaExpression.Chain;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Operations in the words of a migration, and the imports that these need. */
final class JavaWords {
  private final TreeSet<String> imports = new TreeSet<>();
  private final Map<Operation, String> steps;

  JavaWords() {
    this(Map.of());
  }

  /**
   * Words in which steps in Java are named by an expression, as a program cannot write them.
   *
   * @param steps the expression for each
   */
  JavaWords(Map<Operation, String> steps) {
    this.steps = steps;
  }

  TreeSet<String> imports() {
    return imports;
  }

  JavaExpression operation(Operation operation) {
    return switch (operation) {
      case ModelOperation.CreateModel create -> createModel(create);
      case ModelOperation.DeleteModel(String model) -> chain("deleteModel", text(model));
      case ModelOperation.RenameModel(String from, String to) ->
          chain("renameModel", text(from), text(to));
      case ModelTransfer.MoveModel move -> moveModel(move);
      case ModelTransfer.PairsToModel o ->
          chain(
              "pairsToModel",
              text(o.owner()),
              text(o.field()),
              text(o.model()),
              text(o.source()),
              text(o.target()));
      case ModelTransfer.ModelToPairs o ->
          chain("modelToPairs", text(o.model()), text(o.owner()), field(o.field()));
      case ModelTransfer.ModelMoved(String model, ModelName to) ->
          chain("modelMoved", text(model), text(to.toString()));
      case FieldOperation.AddField add ->
          withRows(chain("addField", text(add.model()), field(add.field())), add.existingRows());
      case FieldOperation.RemoveField(String model, String field) ->
          chain("removeField", text(model), text(field));
      case FieldOperation.AlterField alter ->
          withRows(
              chain("alterField", text(alter.model()), field(alter.field())), alter.existingRows());
      case FieldOperation.RenameField(String model, String from, String to) ->
          chain("renameField", text(model), text(from), text(to));
      case IndexOperation.AddIndex(String model, IndexState index)
          when index.condition() == null && index.expressions().isEmpty() -> {
        List<JavaExpression> arguments = texts(index.fields());
        arguments.add(0, text(index.name()));
        arguments.add(0, text(model));
        yield new Chain(new Call("addIndex", arguments), List.of());
      }
      case IndexOperation.AddIndex(String model, IndexState index) ->
          chain("addIndex", text(model), index(index));
      case IndexOperation.RemoveIndex(String model, String name) ->
          chain("removeIndex", text(model), text(name));
      case IndexOperation.AddConstraint(String model, ConstraintState constraint) ->
          chain("addConstraint", text(model), constraint(constraint));
      case IndexOperation.RemoveConstraint(String model, String name) ->
          chain("removeConstraint", text(model), text(name));
      case IndexOperation.RenameIndex(String model, String from, String to) ->
          chain("renameIndex", text(model), text(from), text(to));
      case IndexOperation.AlterConstraint(String model, ConstraintState constraint) ->
          chain("alterConstraint", text(model), constraint(constraint));
      case ModelOperation.AlterTable(String model, String table) ->
          table == null
              ? chain("usualTable", text(model))
              : chain("alterTable", text(model), text(table));
      case ModelOperation.AlterComment(String model, String comment) ->
          chain("alterComment", text(model), text(comment == null ? "" : comment));
      case ModelOperation.AlterUniqueTogether(String model, List<List<String>> lists) -> {
        List<JavaExpression> arguments = new ArrayList<>(List.of(text(model)));
        lists.forEach(fields -> arguments.add(new Call("together", texts(fields))));
        yield new Chain(new Call("alterUniqueTogether", arguments), List.of());
      }
      case ModelOperation.AlterOrder(String model, String field) ->
          field == null
              ? chain("removeOrder", text(model))
              : chain("alterOrder", text(model), text(field));
      case ModelOperation.AlterOptions(String model, ModelOptions options) ->
          chain("alterOptions", text(model), options(chain("options"), options));
      case Operation.RunSql sql -> {
        Chain call = new Chain(new Call("runSql", texts(sql.forward())), List.of());
        List<String> reverse = sql.reverse();
        Chain whole = reverse == null ? call : call.plus(new Call("reverse", texts(reverse)));
        yield sql.elidable() ? whole.plus(new Call("asElidable")) : whole;
      }
      case Operation.RunJava step when steps.containsKey(step) -> new Atom(steps.get(step));
      case Operation.RunJava step ->
          throw new MigrationException(
              "A step in Java cannot be written by a program: " + step.description());
    };
  }

  private static Chain moveModel(ModelTransfer.MoveModel move) {
    JavaExpression from = text(move.from().toString());
    Chain chain =
        move.from().model().equals(move.to())
            ? chain("moveModel", from)
            : chain("moveModel", from, text(move.to()));
    String table = move.table();
    return table == null ? chain : chain.plus(new Call("table", text(table)));
  }

  private Chain createModel(ModelOperation.CreateModel create) {
    Chain chain = chain("createModel", text(create.model()));
    chain = chain.plus(new Call("fields", create.fields().stream().map(this::field).toList()));
    for (IndexState index : create.indexes()) {
      chain =
          chain.plus(
              index.condition() == null && index.expressions().isEmpty()
                  ? named("index", index.name(), index.fields())
                  : new Call("with", index(index)));
    }
    for (ConstraintState constraint : create.constraints()) {
      chain =
          chain.plus(
              switch (constraint) {
                case ConstraintState.Check check when check.notes().isEmpty() ->
                    new Call("check", text(check.name()), text(check.condition()));
                case ConstraintState.Unique unique
                    when !unique.isIndex() && unique.notes().isEmpty() ->
                    named("unique", unique.name(), unique.fields());
                default -> new Call("with", constraint(constraint));
              });
    }
    if (!create.bases().isEmpty()) {
      chain =
          chain.plus(
              new Call("bases", texts(create.bases().stream().map(ModelName::toString).toList())));
    }
    return options(chain, create.options());
  }

  private static Chain options(Chain start, ModelOptions options) {
    Chain chain = start;
    String table = options.table();
    if (table != null) {
      chain = chain.plus(new Call("table", text(table)));
    }
    if (!options.managed()) {
      chain = chain.plus(new Call("unmanaged"));
    }
    if (options.proxy()) {
      chain = chain.plus(new Call("asProxy"));
    }
    String comment = options.comment();
    if (comment != null) {
      chain = chain.plus(new Call("comment", text(comment)));
    }
    if (!options.ordering().isEmpty()) {
      chain = chain.plus(new Call("ordering", texts(options.ordering())));
    }
    for (List<String> fields : options.uniqueTogether()) {
      chain = chain.plus(new Call("uniqueTogether", texts(fields)));
    }
    String order = options.orderWithRespectTo();
    if (order != null) {
      chain = chain.plus(new Call("orderWithRespectTo", text(order)));
    }
    return notes(chain, options.notes());
  }

  private static Chain notes(Chain start, Map<String, String> notes) {
    Chain chain = start;
    for (Map.Entry<String, String> note : new TreeMap<>(notes).entrySet()) {
      chain = chain.plus(new Call("note", text(note.getKey()), text(note.getValue())));
    }
    return chain;
  }

  private static JavaExpression index(IndexState index) {
    return covering(
        index.expressions().isEmpty() ? "index" : "indexOf",
        index.name(),
        index.condition(),
        index.expressions().isEmpty() ? index.fields() : index.expressions());
  }

  private static Chain covering(
      String word, String name, @Nullable String condition, List<String> covers) {
    List<JavaExpression> arguments = texts(covers);
    if (condition != null) {
      arguments.addFirst(text(condition));
    }
    arguments.addFirst(text(name));
    return new Chain(new Call(condition == null ? word : word + "Where", arguments), List.of());
  }

  private static JavaExpression constraint(ConstraintState constraint) {
    Chain chain =
        switch (constraint) {
          case ConstraintState.Check check ->
              chain("check", text(check.name()), text(check.condition()));
          case ConstraintState.Unique unique ->
              covering(
                  unique.expressions().isEmpty() ? "unique" : "uniqueOf",
                  unique.name(),
                  unique.condition(),
                  unique.expressions().isEmpty() ? unique.fields() : unique.expressions());
        };
    return notes(chain, constraint.notes());
  }

  private static Call named(String word, String name, List<String> fields) {
    List<JavaExpression> arguments = texts(fields);
    arguments.add(0, text(name));
    return new Call(word, arguments);
  }

  private JavaExpression field(FieldState field) {
    return switch (field) {
      case ColumnState column -> column(column);
      case ManyToManyState link -> {
        Chain chain = chain("manyToMany", text(link.name()), text(link.target().toString()));
        ModelName through = link.through();
        if (through != null) {
          chain = chain.plus(new Call("through", text(through.toString())));
        }
        String table = link.table();
        if (table != null) {
          chain = chain.plus(new Call("table", text(table)));
        }
        if (!link.columns().isEmpty()) {
          chain = chain.plus(new Call("columns", texts(link.columns())));
        }
        yield notes(chain, link.notes());
      }
    };
  }

  private JavaExpression column(ColumnState column) {
    if (column.equals(ColumnState.of("id", Simple.BIG_AUTO).primaryKey())) {
      return chain("id");
    }
    Chain chain = type(column);
    String own = column.ownColumn();
    if (own != null) {
      chain = chain.plus(new Call("column", text(own)));
    }
    if (column.type() instanceof ColumnType.ForeignKey key && !key.constraint()) {
      chain = chain.plus(new Call("unconstrained"));
    }
    boolean key = column.type() instanceof ColumnType.ForeignKey;
    if (column.isPrimaryKey()) {
      chain = chain.plus(new Call("primaryKey"));
    }
    if (column.isUnique() && !key) {
      chain = chain.plus(new Call("unique"));
    }
    if (column.isIndexed() && !key) {
      chain = chain.plus(new Call("indexed"));
    }
    if (key && !column.isIndexed() && !column.isUnique()) {
      chain = chain.plus(new Call("unindexed"));
    }
    if (column.isNullable()) {
      chain = chain.plus(new Call("nullable"));
    }
    String sql = column.databaseDefault();
    return notes(
        sql == null ? chain : chain.plus(new Call("databaseDefault", text(sql))), column.notes());
  }

  private Chain type(ColumnState column) {
    JavaExpression name = text(column.name());
    if (column.type() instanceof ColumnType.Array(ColumnType element)) {
      return type(column.withType(element)).plus(new Call("array"));
    }
    return switch (column.type()) {
      case ColumnType.Varchar(int length) -> chain("varchar", name, number(length));
      case ColumnType.Decimal(int digits, int places) ->
          chain("decimal", name, number(digits), number(places));
      case ColumnType.ForeignKey key -> {
        imports.add("io.quintet.orm.annotation.OnDelete");
        yield chain(
            column.isUnique() ? "oneToOne" : "foreignKey",
            name,
            text(key.target().toString()),
            new Atom("OnDelete." + key.onDelete()));
      }
      case Simple simple -> chain(word(simple), name);
      case ColumnType.Array array ->
          throw new IllegalStateException("An array of arrays: " + array);
    };
  }

  private static String word(Simple type) {
    return switch (type) {
      case AUTO -> "auto";
      case BIG_AUTO -> "bigAuto";
      case SMALL_INTEGER -> "smallInteger";
      case INTEGER -> "integer";
      case BIG_INTEGER -> "bigInteger";
      case BOOLEAN -> "bool";
      case TEXT -> "text";
      case IP_ADDRESS -> "ipAddress";
      case REAL -> "real";
      case DATE -> "date";
      case TIME -> "time";
      case TIMESTAMP -> "timestamp";
      case LOCAL_TIMESTAMP -> "localTimestamp";
      case DURATION -> "duration";
      case UUID -> "uuid";
      case JSON -> "json";
      case BINARY -> "binary";
    };
  }

  private Chain withRows(Chain chain, @Nullable Object value) {
    return value == null ? chain : chain.plus(new Call("existingRows", literal(value)));
  }

  private JavaExpression literal(Object value) {
    return switch (value) {
      case String string -> text(string);
      case Boolean bool -> new Atom(bool.toString());
      case Long number -> new Atom(number == number.intValue() ? number.toString() : number + "L");
      case Float number -> new Atom("(double) " + number + "f");
      case Double number -> new Atom(number.toString());
      case BigDecimal number -> {
        imports.add("java.math.BigDecimal");
        yield new Atom("new BigDecimal(\"" + number.toPlainString() + "\")");
      }
      case java.util.UUID uuid -> {
        imports.add("java.util.UUID");
        yield new Atom("UUID.fromString(\"" + uuid + "\")");
      }
      case java.time.temporal.TemporalAccessor moment -> parsed(moment);
      case java.time.Duration duration -> parsed(duration);
      case List<?> list -> {
        imports.add("java.util.List");
        yield new Call("List.of", list.stream().map(this::literal).toArray(JavaExpression[]::new));
      }
      default ->
          throw new MigrationException(
              "A value for existing rows cannot be written down: "
                  + value.getClass().getName()
                  + " "
                  + value);
    };
  }

  private JavaExpression parsed(Object value) {
    Class<?> type = value.getClass();
    imports.add(type.getName());
    return new Atom(type.getSimpleName() + ".parse(\"" + value + "\")");
  }

  private static List<JavaExpression> texts(List<String> all) {
    return new ArrayList<>(all.stream().map(JavaWords::text).toList());
  }

  private static JavaExpression number(int value) {
    return new Atom(Integer.toString(value));
  }

  static JavaExpression text(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return new Atom(out.append('"').toString());
  }
}
