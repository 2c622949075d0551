package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOperation.CreateModel;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.List;

/** A new model, together with what follows it. */
final class Creation {
  private static final Reduction.Result BLOCKED = new Reduction.Result.Blocked();

  private Creation() {}

  static Reduction.Result reduce(CreateModel create, Operation second, String app) {
    return switch (second) {
      case ModelTransfer.PairsToModel pairs when pairs.owner().equalsIgnoreCase(create.model()) ->
          pairs(create, pairs, app);
      case ModelOperation operation when operation.model().equalsIgnoreCase(create.model()) ->
          model(create, operation, app);
      case FieldOperation operation when operation.model().equalsIgnoreCase(create.model()) ->
          field(create, operation, app);
      case IndexOperation operation when operation.model().equalsIgnoreCase(create.model()) ->
          index(create, operation);
      default -> BLOCKED;
    };
  }

  private static Reduction.Result model(CreateModel create, ModelOperation second, String app) {
    ModelOptions options = create.options();
    return switch (second) {
      case ModelOperation.DeleteModel _ -> options.proxy() ? BLOCKED : Reduction.replaced();
      case ModelOperation.RenameModel rename ->
          Reduction.replaced(renamed(create, rename.to(), app));
      case ModelOperation.AlterOptions alter ->
          Reduction.replaced(
              create.with(
                  options
                      .managed(alter.options().managed())
                      .ordering(alter.options().ordering())
                      .withNotes(alter.options().notes())));
      case ModelOperation.AlterTable alter ->
          Reduction.replaced(create.with(options.table(alter.table())));
      case ModelOperation.AlterComment alter ->
          Reduction.replaced(create.with(options.comment(alter.comment())));
      case ModelOperation.AlterUniqueTogether alter ->
          Reduction.replaced(create.with(options.uniqueTogether(alter.lists())));
      case ModelOperation.AlterOrder alter ->
          Reduction.replaced(create.with(options.orderWithRespectTo(alter.field())));
      case CreateModel _,
          ModelTransfer.MoveModel _,
          ModelTransfer.ModelMoved _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ ->
          BLOCKED;
    };
  }

  /** The field goes through the model from the beginning. */
  private static Reduction.Result pairs(
      CreateModel create, ModelTransfer.PairsToModel pairs, String app) {
    if (!(create.state(app).find(pairs.field()).orElse(null) instanceof ManyToManyState link)) {
      return BLOCKED;
    }
    ModelName name = new ModelName(app, pairs.model());
    ModelState model =
        JoinTables.asModel(create.state(app), link, name, pairs.source(), pairs.target());
    return Reduction.replaced(
        withFields(create, create.state(app).replace(link.through(name.toString())).fields()),
        new CreateModel(
            pairs.model(), model.fields(), model.indexes(), model.constraints(), model.options()));
  }

  private static CreateModel renamed(CreateModel create, String name, String app) {
    ModelName from = new ModelName(app, create.model());
    ModelName to = new ModelName(app, name);
    return new CreateModel(
        name,
        create.fields().stream().map(field -> field.retargeted(from, to)).toList(),
        create.indexes(),
        create.constraints(),
        create.options(),
        create.bases());
  }

  private static Reduction.Result field(CreateModel create, FieldOperation second, String app) {
    return switch (second) {
      case FieldOperation.AddField add -> {
        List<FieldState> fields = new ArrayList<>(create.fields());
        fields.add(add.field());
        yield Reduction.replaced(withFields(create, fields));
      }
      case FieldOperation.AlterField alter ->
          Reduction.replaced(
              withFields(
                  create,
                  create.fields().stream()
                      .map(field -> field.name().equals(alter.name()) ? alter.field() : field)
                      .toList()));
      case FieldOperation.RemoveField remove -> Reduction.replaced(without(create, remove.name()));
      case FieldOperation.RenameField rename -> {
        ModelState renamed = create.state(app).renameField(rename.from(), rename.to());
        yield Reduction.replaced(
            new CreateModel(
                create.model(),
                renamed.fields(),
                renamed.indexes(),
                renamed.constraints(),
                renamed.options(),
                create.bases()));
      }
    };
  }

  private static CreateModel withFields(CreateModel create, List<FieldState> fields) {
    return new CreateModel(
        create.model(),
        fields,
        create.indexes(),
        create.constraints(),
        create.options(),
        create.bases());
  }

  private static CreateModel without(CreateModel create, String field) {
    ModelOptions options = create.options();
    List<List<String>> together =
        options.uniqueTogether().stream()
            .map(list -> list.stream().filter(name -> !name.equals(field)).toList())
            .filter(list -> !list.isEmpty())
            .toList();
    ModelOptions changed = options.uniqueTogether(together);
    if (field.equals(options.orderWithRespectTo())) {
      changed = changed.orderWithRespectTo(null);
    }
    return withFields(
            create, create.fields().stream().filter(f -> !f.name().equals(field)).toList())
        .with(changed);
  }

  private static Reduction.Result index(CreateModel create, IndexOperation second) {
    return switch (second) {
      case IndexOperation.AddIndex add -> Reduction.replaced(create.with(add.index()));
      case IndexOperation.AddConstraint add -> Reduction.replaced(create.with(add.constraint()));
      case IndexOperation.RemoveIndex remove ->
          Reduction.replaced(
              withIndexes(
                  create,
                  create.indexes().stream()
                      .filter(index -> !index.name().equals(remove.name()))
                      .toList(),
                  create.constraints()));
      case IndexOperation.RemoveConstraint remove ->
          Reduction.replaced(
              withIndexes(
                  create,
                  create.indexes(),
                  create.constraints().stream()
                      .filter(constraint -> !constraint.name().equals(remove.name()))
                      .toList()));
      case IndexOperation.RenameIndex rename ->
          Reduction.replaced(
              withIndexes(
                  create,
                  create.indexes().stream()
                      .map(index ->
                          index.name().equals(rename.from()) ? index.withName(rename.to()) : index)
                      .toList(),
                  create.constraints()));
      case IndexOperation.AlterConstraint alter ->
          Reduction.replaced(
              withIndexes(
                  create,
                  create.indexes(),
                  create.constraints().stream()
                      .map(c -> c.name().equals(alter.constraint().name()) ? alter.constraint() : c)
                      .toList()));
    };
  }

  private static CreateModel withIndexes(
      CreateModel create, List<IndexState> indexes, List<ConstraintState> constraints) {
    return new CreateModel(
        create.model(), create.fields(), indexes, constraints, create.options(), create.bases());
  }

  static boolean hasOwnColumn(FieldState field) {
    return switch (field) {
      case ColumnState column -> column.ownColumn() != null;
      case ManyToManyState _ -> false;
    };
  }
}
