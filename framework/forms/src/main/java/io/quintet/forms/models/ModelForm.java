package io.quintet.forms.models;

import io.quintet.forms.BaseField;
import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.fields.ChoiceField;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.forms.fields.MultipleChoiceField;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.orm.Db;
import io.quintet.orm.Entity;
import io.quintet.orm.IntegrityException;
import io.quintet.orm.Many;
import io.quintet.orm.QuerySet;
import io.quintet.orm.StaleEntityException;
import io.quintet.orm.ValidationErrors;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form for some fields of a model: those that are listed, and no other, whatever is sent.
 *
 * <pre>{@code
 * public final class PostForm extends ModelForm<Post> {
 *   public PostForm(Post post) {
 *     super(post, "title", "slug", "category", "tags", "cover");
 *     model("slug").help("The end of the address.");
 *     choices("category", Category.objects.filter(category.open.eq(true)));
 *   }
 * }
 *
 * PostForm form = new PostForm(new Post());
 * form.bind(request.post(), request.files()::list);
 * if (form.isValid()) {
 *   form.instance().author.set(user);      // what the visitor does not decide
 *   form.save();
 * }
 * }</pre>
 *
 * <p>Validation sets the accepted values in the instance, then asks the database about unique
 * fields and constraints. {@link #save} saves the instance, its many-to-many relations and its
 * files in one transaction.
 *
 * @param <M> the model
 */
public class ModelForm<M extends Entity> extends Form {
  private static final String STALE =
      "This was changed by someone else in the meantime. Load it again and make your change anew.";

  private final ModelMeta<M> meta;
  private final M instance;
  private final Map<String, FieldMeta> columns = new LinkedHashMap<>();
  private final Map<String, RelationMeta> relations = new LinkedHashMap<>();
  private final Map<String, BaseField<?, ?>> made = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> known;
  private final Set<String> setByCode = new HashSet<>();
  private final Uploads uploads = new Uploads();

  /**
   * A form that edits an instance, saved or new.
   *
   * @param fields the names of the fields in their order
   * @throws IllegalArgumentException if the model has no such field, or it cannot be edited
   */
  public ModelForm(M instance, String... fields) {
    this.meta = Models.of(instance);
    this.instance = instance;
    for (String name : fields) {
      declare(name);
    }
    this.known = new Instances<>(meta, instance).initial(columns.values(), relations.values());
    super.initial(known);
  }

  /** A form without a class of its own. */
  public static <M extends Entity> ModelForm<M> of(M instance, String... fields) {
    return new ModelForm<>(instance, fields);
  }

  private void declare(String name) {
    RelationMeta many = meta.findRelation(name).filter(RelationMeta::isManyToMany).orElse(null);
    BaseField<?, ?> field;
    if (many == null) {
      FieldMeta column = meta.field(name);
      if (!column.editable() || column.primaryKey()) {
        throw new IllegalArgumentException(
            column + " is not editable, so a form cannot list it; set it in the instance instead");
      }
      columns.put(column.name(), column);
      field = ModelFields.of(column);
    } else {
      relations.put(name, many);
      field = ModelFields.of(many);
    }
    made.put(field.name(), add(field));
  }

  /** The entity that is edited; it has the accepted values once the form was validated. */
  public final M instance() {
    return instance;
  }

  /** The model. */
  public final ModelMeta<M> meta() {
    return meta;
  }

  /**
   * The field made for a field of the model, to set its label, help or widget.
   *
   * @throws IllegalArgumentException if the form does not list it
   */
  public final BaseField<?, ?> model(String name) {
    BaseField<?, ?> field = made.get(name);
    if (field == null) {
      throw new IllegalArgumentException(
          "The form does not list \""
              + name
              + "\" of "
              + meta.label()
              + "; it lists "
              + String.join(", ", made.keySet()));
    }
    return field;
  }

  /**
   * Restricts the rows that a relation can point to.
   *
   * @throws IllegalArgumentException if the field is no relation to that model
   */
  @SuppressWarnings("unchecked")
  public final <T extends Entity> void choices(String name, QuerySet<T> rows) {
    RelationMeta relation = meta.findRelation(name).orElse(null);
    if (relation == null || relation.targetType() != rows.model().type()) {
      throw new IllegalArgumentException(
          meta.label() + "." + name + " is no relation to " + rows.model().label());
    }
    ModelChoices<T> choices = ModelChoices.of(rows);
    switch (model(name)) {
      case ChoiceField<?> one -> ((ChoiceField<T>) one).choices(choices);
      case MultipleChoiceField<?> many -> ((MultipleChoiceField<T>) many).choices(choices);
      default -> throw new IllegalStateException(name + " was replaced by another kind of field");
    }
  }

  /** Sets initial values by field name; they come before those of the instance. */
  @Override
  public Form initial(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(known);
    all.putAll(values);
    return super.initial(all);
  }

  /** Sets the accepted values in the instance and asks the model what it thinks of them. */
  @Override
  protected void afterClean() {
    Instances<M> target = new Instances<>(meta, instance);
    columns.forEach((name, column) -> {
      if (has(name) && field(name).field().isValid()) {
        target.set(column, field(name));
      }
    });
    Set<String> accepted = values().keySet();
    Set<String> unchecked = new HashSet<>();
    for (FieldMeta column : meta.fields()) {
      boolean checked =
          columns.containsKey(column.name()) && accepted.contains(column.name())
              ? !isLater(column)
              : setByCode.contains(column.name());
      if (!checked) {
        unchecked.add(column.name());
      }
    }
    complain(instance.validate(unchecked));
  }

  /** Whether the instance need not have its final value yet: a file, or what was left empty. */
  private boolean isLater(FieldMeta column) {
    Field<?> field = field(column.name()).field();
    boolean empty = field.orNull() == null || "".equals(field.orNull());
    return field instanceof FileUploadField || (empty && !column.blank() && !field.isRequired());
  }

  private void complain(ValidationErrors errors) {
    for (ValidationErrors.Error error : errors.all()) {
      Violation violation = new Violation(error.code(), error.message(), Map.of());
      if (has(error.field())) {
        addError(field(error.field()).field(), violation);
      } else {
        addError(violation);
      }
    }
  }

  /**
   * Saves the instance, its listed many-to-many relations and its files in one transaction.
   *
   * @return the instance
   * @throws IllegalStateException if the form is not valid
   * @throws ValidationException if another row took a unique value in the meantime, or the row was
   *     changed by someone else (for models with a version); the form has the error then, ready to
   *     be shown again
   */
  public M save() {
    if (!isValid()) {
      throw new IllegalStateException(
          "The form is not valid, so it cannot be saved: "
              + (isBound() ? errors() : "nothing was sent"));
    }
    try {
      Db.atomic(() -> {
        columns.forEach((name, column) -> {
          if (has(name) && field(name).field() instanceof FileUploadField file) {
            uploads.apply(column, instance, file);
          }
        });
        instance.save();
        relations.keySet().forEach(this::saveMany);
      });
    } catch (IntegrityException e) {
      discardFiles();
      throw taken(e);
    } catch (StaleEntityException e) {
      discardFiles();
      Violation violation = new Violation("stale", STALE, Map.of());
      addError(violation);
      throw new ValidationException(List.of(violation));
    } catch (RuntimeException e) {
      discardFiles();
      throw e;
    }
    return instance;
  }

  @SuppressWarnings("unchecked")
  private void saveMany(String name) {
    if (has(name) && field(name).field().orNull() instanceof List<?> chosen) {
      ((Many<Entity>) meta.many(instance, name)).set((List<Entity>) chosen);
    }
  }

  /** Takes back the files that {@link #save} stored, when what it wrote is rolled back. */
  final void discardFiles() {
    uploads.discard();
  }

  /** Validates a field, too, that the form does not list: one that was set in the instance. */
  final void alsoChecks(String column) {
    setByCode.add(column);
  }

  final boolean isSetByCode(String column) {
    return setByCode.contains(column);
  }

  /** The listed columns whose values were accepted. */
  final Set<String> acceptedColumns() {
    Set<String> accepted = new HashSet<>(values().keySet());
    accepted.retainAll(columns.keySet());
    accepted.addAll(setByCode);
    return accepted;
  }

  /** Another row was faster: the model's own check finds it now. */
  private RuntimeException taken(IntegrityException e) {
    if (e.kind() != IntegrityException.Kind.UNIQUE) {
      return e;
    }
    complain(instance.validate());
    List<Violation> violations =
        errors().values().stream().flatMap(list -> list.violations().stream()).toList();
    return violations.isEmpty() ? e : new ValidationException(violations);
  }
}
