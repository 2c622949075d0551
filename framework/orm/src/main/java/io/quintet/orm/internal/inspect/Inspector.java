package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.inspect.RelationDraft.Target;
import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.Names;
import io.quintet.orm.internal.schema.SqlRunner;
import io.quintet.orm.internal.schema.Vendor;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.migrations.ModelName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes models for the tables of a database. */
final class Inspector {
  private final Snapshot snapshot;
  private final Selection selection;
  private final Known known;
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, ClassDraft> classes = new LinkedHashMap<>();
  private final Map<String, EnumDraft> sharedEnums = new LinkedHashMap<>();
  private final List<RelationDraft> relations = new ArrayList<>();
  private final Map<String, Target> targets = new LinkedHashMap<>();
  private final Tables tables;

  private Inspector(Snapshot snapshot, Selection selection, Known known) {
    this.snapshot = snapshot;
    this.selection = selection;
    this.known = known;
    List<String> unmatched = new ArrayList<>(snapshot.tables().tables().keySet());
    unmatched.addAll(snapshot.views().tables().keySet());
    selection
        .unmatched(unmatched)
        .forEach(pattern -> remarks.add("There is no table \"" + pattern + "\"."));
    this.tables = new Tables(snapshot, selection, known, remarks);
  }

  /**
   * The models of a database.
   *
   * @param models those that the site has already, whose tables are left out
   */
  static Inspection inspect(
      Vendor vendor,
      SqlRunner runner,
      Selection selection,
      Collection<? extends ModelMeta<?>> models) {
    return new Inspector(Snapshot.read(vendor, runner), selection, new Known(models)).run();
  }

  private Inspection run() {
    nameClasses();
    FieldWriter fields = new FieldWriter(this, snapshot, tables);
    classes.forEach((table, draft) -> fields.write(draft, table(table)));
    tables.pairs().forEach(this::addMany);
    new ParentLinks(classes, relations).apply();
    nameWaysBack();
    classes.forEach((table, draft) -> new RuleWriter(snapshot, draft, table(table)).write());
    List<Inspection.Source> sources = new ArrayList<>();
    for (EnumDraft each : sharedEnums.values()) {
      sources.add(source(each.name(), enumSource(each)));
    }
    for (ClassDraft draft : classes.values()) {
      sources.add(source(draft.name, SourceText.of(draft, selection.javaPackage())));
      draft.comments.forEach(text -> remarks.add(draft.table + ": " + text));
      draft.fields.forEach(field ->
          field.comments.forEach(
              text -> remarks.add(draft.table + ", " + field.name + ": " + text)));
    }
    return new Inspection(sources, List.copyOf(remarks));
  }

  private Inspection.Source source(String name, String text) {
    return new Inspection.Source(selection.javaPackage(), name, text);
  }

  private String enumSource(EnumDraft draft) {
    String imported = draft.hasOtherTexts() ? "import io.quintet.orm.annotation.Stored;\n\n" : "";
    return "package %s;\n\n%s/** An enum of the database. */\n%s"
        .formatted(selection.javaPackage(), imported, draft.source(""));
  }

  private Catalogue.Table table(String name) {
    Catalogue.Table found = tables.models().get(name);
    if (found == null) {
      throw new IllegalStateException("Not inspected: " + name);
    }
    return found;
  }

  private void nameClasses() {
    // Files whose names differ in capitals only are one on some systems.
    TreeSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    String prefix = selection.app() + "_";
    for (String table : tables.models().keySet()) {
      String bare = table.startsWith(prefix) ? table.substring(prefix.length()) : table;
      String name =
          JavaNames.free(
              JavaNames.type(bare),
              wanted ->
                  taken.contains(wanted)
                      || taken.contains(wanted + "Meta")
                      || taken.contains("Q" + wanted)
                      || (wanted.endsWith("Meta")
                          && taken.contains(wanted.substring(0, wanted.length() - 4)))
                      || (wanted.startsWith("Q") && taken.contains(wanted.substring(1))));
      taken.add(name);
      ClassDraft draft = new ClassDraft(name, table);
      classes.put(table, draft);
      targets.put(table, new Target(table, selection.javaPackage(), name, new TreeSet<>()));
      describe(draft, table(table));
    }
  }

  private void describe(ClassDraft draft, Catalogue.Table table) {
    boolean view = snapshot.isView(table.name());
    draft.doc.add(
        table.comment().isEmpty()
            ? "A row of the %s {@code %s}.".formatted(view ? "view" : "table", table.name())
            : SourceText.words(table.comment()));
    List<String> options = new ArrayList<>();
    if (!Selection.label(selection.javaPackage()).equals(selection.app())) {
      options.add("app = " + Literals.java(selection.app()));
    }
    if (!table.name().equals(Names.table(new ModelName(selection.app(), draft.name)))) {
      options.add("table = " + Literals.java(table.name()));
    }
    if (view || !selection.managed()) {
      options.add("managed = false");
    }
    draft.annotate("Model", String.join(", ", options));
  }

  /** The class that stands for a table, written now or known before. */
  Target target(String table) {
    Target found = targets.get(table);
    if (found == null) {
      found = known.target(table);
      targets.put(table, found);
    }
    return found;
  }

  void add(RelationDraft relation) {
    relations.add(relation);
  }

  /** The enum of a type of the database that several tables may use. */
  EnumDraft sharedEnum(String type, List<String> texts) {
    return sharedEnums.computeIfAbsent(
        type,
        _ -> {
          String bare = type.substring(type.lastIndexOf('.') + 1).replace("\"", "");
          TreeSet<String> taken = new TreeSet<>();
          classes.values().forEach(draft -> taken.add(draft.name));
          sharedEnums.values().forEach(draft -> taken.add(draft.name()));
          String name = JavaNames.free(JavaNames.enumType(bare, ""), taken::contains);
          return EnumDraft.of(name, texts);
        });
  }

  private void addMany(PairTables.Pair pair) {
    ClassDraft owner = classes.get(pair.own().targetTable());
    if (owner == null) {
      throw new IllegalStateException("Not inspected: " + pair.own().targetTable());
    }
    Target target = target(pair.other().targetTable());
    String table = pair.table().name();
    String prefix = owner.table + "_";
    boolean self = owner.table.equals(target.table());
    String wanted =
        table.startsWith(prefix) || self
            ? JavaNames.field(table.startsWith(prefix) ? table.substring(prefix.length()) : table)
            : JavaNames.decapital(English.plural(target.name()));
    FieldDraft field = new FieldDraft(JavaNames.free(JavaNames.relation(wanted), owner::hasField));
    List<String> arguments = new ArrayList<>();
    if (!table.equals(Names.joinTable(owner.table, field.name))) {
      arguments.add("table = " + Literals.java(table));
    }
    String own = (self ? "from_" : "") + lower(owner.name) + "_id";
    String other = (self ? "to_" : "") + lower(target.name()) + "_id";
    if (!pair.own().column().equals(own)) {
      arguments.add("column = " + Literals.java(pair.own().column()));
    }
    if (!pair.other().column().equals(other)) {
      arguments.add("targetColumn = " + Literals.java(pair.other().column()));
    }
    field.imports.add("io.quintet.orm.Many");
    field.imports.add(target.qualified());
    field.type = "public final Many<" + target.name() + ">";
    field.value = "many()";
    owner.fields.add(field);
    relations.add(new RelationDraft(owner, field, target, "ManyToMany", arguments));
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  /** The names that a model has used, with those that it extends and that extend it. */
  private TreeSet<String> taken(String table) {
    String root = table;
    for (ClassDraft draft = classes.get(table); draft != null; ) {
      root = draft.table;
      draft = draft.parent().orElse(null);
    }
    return target(root).taken();
  }

  /** Gives each relation a name for the way back where the usual one is taken. */
  private void nameWaysBack() {
    for (Map.Entry<String, ClassDraft> each : classes.entrySet()) {
      TreeSet<String> taken = taken(each.getKey());
      each.getValue().fields.forEach(field -> taken.add(field.name));
      each.getValue().parent().ifPresent(_ -> taken.add(JavaNames.decapital(each.getValue().name)));
    }
    for (RelationDraft relation : relations) {
      TreeSet<String> taken = taken(relation.target().table());
      String name = relation.standardName();
      List<String> arguments = new ArrayList<>(relation.arguments());
      if (taken.contains(name) || JavaNames.isMethod(name)) {
        String longer = relation.field().name + JavaNames.capital(relation.standardName());
        name = JavaNames.free(longer, taken::contains);
        arguments.add("relatedName = " + Literals.java(name));
      }
      taken.add(name);
      relation.field().annotate(relation.annotation(), String.join(", ", arguments));
    }
  }
}
