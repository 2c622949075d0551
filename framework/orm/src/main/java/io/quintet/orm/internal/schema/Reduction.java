package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.util.List;

/** What two operations become when one follows the other. */
final class Reduction {
  /** The outcome for a pair. */
  sealed interface Result {
    /** These stand for both. */
    record Replaced(List<Operation> operations) implements Result {}

    /** The second may come before the first. */
    record Passes() implements Result {}

    /** They must keep their order. */
    record Blocked() implements Result {}
  }

  private static final Result PASSES = new Result.Passes();
  private static final Result BLOCKED = new Result.Blocked();

  private final String app;
  private final References references;

  Reduction(String app) {
    this.app = app;
    this.references = new References(app);
  }

  static Result replaced(Operation... operations) {
    return new Result.Replaced(List.of(operations));
  }

  /** What becomes of an operation and another that follows it. */
  Result of(Operation first, Operation second) {
    Result own =
        switch (first) {
          case ModelOperation.CreateModel create -> Creation.reduce(create, second, app);
          case ModelOperation operation -> model(operation, second);
          case FieldOperation operation -> field(operation, second);
          case IndexOperation operation -> index(operation, second);
          case Operation.RunSql _, Operation.RunJava _ -> BLOCKED;
        };
    if (own instanceof Result.Replaced) {
      return own;
    }
    if (first.isElidable()) {
      return replaced(second);
    }
    if (second.isElidable()) {
      return replaced(first);
    }
    return passes(first, second) ? PASSES : BLOCKED;
  }

  private boolean passes(Operation first, Operation second) {
    return switch (first) {
      case ModelOperation.RenameModel rename -> !references.toModel(second, rename.to());
      case ModelTransfer.PairsToModel _, ModelTransfer.ModelToPairs _ -> false;
      case ModelOperation operation -> !references.toModel(second, operation.model());
      case FieldOperation.RenameField rename ->
          !references.toField(second, rename.model(), rename.from())
              && !references.toField(second, rename.model(), rename.to());
      case FieldOperation operation ->
          !references.toField(second, operation.model(), operation.name());
      case IndexOperation _, Operation.RunSql _, Operation.RunJava _ -> false;
    };
  }

  private static Result model(ModelOperation first, Operation second) {
    if (first instanceof ModelOperation.RenameModel a) {
      return second instanceof ModelOperation.RenameModel b && a.to().equalsIgnoreCase(b.from())
          ? replaced(new ModelOperation.RenameModel(a.from(), b.to()))
          : BLOCKED;
    }
    if (first instanceof ModelTransfer.MoveModel move) {
      return moved(move, second);
    }
    boolean option =
        !(first instanceof ModelOperation.DeleteModel
            || first instanceof ModelTransfer.ModelMoved
            || first instanceof ModelTransfer.PairsToModel
            || first instanceof ModelTransfer.ModelToPairs);
    boolean overrides =
        second instanceof ModelOperation b
            && (b instanceof ModelOperation.DeleteModel || b.getClass() == first.getClass())
            && b.model().equalsIgnoreCase(first.model());
    return option && overrides ? replaced(second) : BLOCKED;
  }

  private static Result moved(ModelTransfer.MoveModel move, Operation second) {
    return switch (second) {
      case ModelOperation.RenameModel rename when move.to().equalsIgnoreCase(rename.from()) ->
          replaced(new ModelTransfer.MoveModel(move.from(), rename.to(), move.table()));
      case ModelOperation.AlterTable alter
          when move.to().equalsIgnoreCase(alter.model()) && alter.table() != null ->
          replaced(new ModelTransfer.MoveModel(move.from(), move.to(), alter.table()));
      default -> BLOCKED;
    };
  }

  private static Result field(FieldOperation first, Operation second) {
    if (first instanceof FieldOperation.RemoveField
        && second instanceof ModelOperation.DeleteModel delete
        && delete.model().equalsIgnoreCase(first.model())) {
      return replaced(delete);
    }
    if (!(second instanceof FieldOperation other)
        || !other.model().equalsIgnoreCase(first.model())) {
      return BLOCKED;
    }
    if (first instanceof FieldOperation.RenameField a) {
      return other instanceof FieldOperation.RenameField b && a.to().equalsIgnoreCase(b.from())
          ? replaced(new FieldOperation.RenameField(a.model(), a.from(), b.to()))
          : BLOCKED;
    }
    if (!other.name().equalsIgnoreCase(first.name())) {
      return BLOCKED;
    }
    return switch (first) {
      case FieldOperation.AddField add -> added(add, other);
      case FieldOperation.AlterField alter -> altered(alter, other);
      case FieldOperation.RemoveField _, FieldOperation.RenameField _ -> BLOCKED;
    };
  }

  private static Result added(FieldOperation.AddField add, FieldOperation other) {
    return switch (other) {
      case FieldOperation.AlterField alter ->
          replaced(
              new FieldOperation.AddField(
                  add.model(),
                  alter.field(),
                  alter.existingRows() != null ? alter.existingRows() : add.existingRows()));
      case FieldOperation.RemoveField _ -> replaced();
      case FieldOperation.RenameField rename ->
          replaced(
              new FieldOperation.AddField(
                  add.model(), add.field().renamed(rename.to()), add.existingRows()));
      case FieldOperation.AddField _ -> BLOCKED;
    };
  }

  private static Result altered(FieldOperation.AlterField alter, FieldOperation other) {
    return switch (other) {
      case FieldOperation.AlterField _, FieldOperation.RemoveField _ -> replaced(other);
      case FieldOperation.RenameField rename when !Creation.hasOwnColumn(alter.field()) ->
          replaced(
              rename,
              new FieldOperation.AlterField(
                  alter.model(), alter.field().renamed(rename.to()), alter.existingRows()));
      case FieldOperation.RenameField _, FieldOperation.AddField _ -> BLOCKED;
    };
  }

  private static Result index(IndexOperation first, Operation second) {
    if (!(second instanceof IndexOperation other)
        || !other.model().equalsIgnoreCase(first.model())) {
      return BLOCKED;
    }
    return switch (first) {
      case IndexOperation.AddIndex add ->
          switch (other) {
            case IndexOperation.RemoveIndex b when b.name().equals(add.index().name()) ->
                replaced();
            case IndexOperation.RenameIndex b when b.from().equals(add.index().name()) ->
                replaced(new IndexOperation.AddIndex(add.model(), add.index().withName(b.to())));
            default -> BLOCKED;
          };
      case IndexOperation.RenameIndex a ->
          other instanceof IndexOperation.RenameIndex b && a.to().equalsIgnoreCase(b.from())
              ? replaced(new IndexOperation.RenameIndex(a.model(), a.from(), b.to()))
              : BLOCKED;
      case IndexOperation.AddConstraint add ->
          switch (other) {
            case IndexOperation.RemoveConstraint b when b.name().equals(add.constraint().name()) ->
                replaced();
            case IndexOperation.AlterConstraint b
                when b.constraint().name().equals(add.constraint().name()) ->
                replaced(new IndexOperation.AddConstraint(add.model(), b.constraint()));
            default -> BLOCKED;
          };
      case IndexOperation.AlterConstraint a ->
          switch (other) {
            case IndexOperation.AlterConstraint b
                when b.constraint().name().equals(a.constraint().name()) ->
                replaced(b);
            case IndexOperation.RemoveConstraint b when b.name().equals(a.constraint().name()) ->
                replaced(b);
            default -> BLOCKED;
          };
      case IndexOperation.RemoveIndex _, IndexOperation.RemoveConstraint _ -> BLOCKED;
    };
  }
}
