package io.quintet.orm.internal.schema;

import io.quintet.core.App;
import io.quintet.core.SiteContext;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The migrations and the models of the apps that a site has installed. */
public final class SiteMigrations {
  private final SiteContext site;
  private final MigrationGraph graph;

  private SiteMigrations(SiteContext site, MigrationGraph graph) {
    this.site = site;
    this.graph = graph;
  }

  /** Finds the migrations of the installed apps. */
  public static SiteMigrations of(SiteContext site) {
    Map<String, Migration> found = new LinkedHashMap<>();
    try {
      ServiceLoader.load(Migration.class)
          .forEach(m -> found.putIfAbsent(m.getClass().getName(), m));
      ServiceLoader.load(Migration.class, Migration.class.getClassLoader())
          .forEach(m -> found.putIfAbsent(m.getClass().getName(), m));
    } catch (ServiceConfigurationError e) {
      throw new MigrationException(
          "A migration cannot be loaded: " + e.getMessage() + ". Compile the module afresh.", e);
    }
    return of(site, found.values());
  }

  /** Of these migrations; those of apps that are not installed are left out. */
  public static SiteMigrations of(SiteContext site, Collection<? extends Migration> all) {
    Set<String> installed = labels(site);
    return new SiteMigrations(
        site,
        MigrationGraph.of(
            all.stream()
                .filter(migration -> installed.contains(migration.migrationId().app()))
                .toList()));
  }

  private static Set<String> labels(SiteContext site) {
    Set<String> labels = new LinkedHashSet<>();
    site.apps().forEach(app -> labels.add(app.label()));
    return labels;
  }

  /** The history. */
  public MigrationGraph graph() {
    return graph;
  }

  /** The labels of the installed apps, in their order. */
  public List<String> apps() {
    return site.apps().stream().map(App::label).toList();
  }

  /** The labels of those that have migrations, in their order. */
  public List<String> appsWithMigrations() {
    return apps().stream().filter(app -> !graph.names(app).isEmpty()).toList();
  }

  /**
   * The models of the installed apps as they are declared. Throws {@link MigrationException} when
   * one points outside of them, or two have the same table.
   */
  public ProjectState models() {
    Set<String> installed = labels(site);
    List<ModelState> states =
        Models.all().stream()
            .filter(meta -> installed.contains(meta.app()))
            .<ModelState>map((ModelMeta<?> meta) -> ModelStates.of(meta))
            .toList();
    ProjectState state = ProjectState.of(states);
    for (ModelState model : states) {
      for (FieldState field : model.fields()) {
        for (ModelName target : Relations.targets(field)) {
          if (state.find(target).isEmpty()) {
            throw new MigrationException(
                "%s.%s points to %s, but the app '%s' is not installed. Add it to the apps of the site."
                    .formatted(model.name(), field.name(), target, target.app()));
          }
        }
      }
    }
    requireTablesOfTheirOwn(states);
    return state;
  }

  static void requireTablesOfTheirOwn(List<ModelState> states) {
    Map<String, String> owners = new LinkedHashMap<>();
    for (ModelState model : states) {
      if (model.options().hasTable()) {
        require(owners, model.table(), model.name().toString());
        for (ModelState pairs : JoinTables.of(model)) {
          require(owners, pairs.table(), "the pairs of " + model.name());
        }
      }
    }
  }

  private static void require(Map<String, String> owners, String table, String owner) {
    String other = owners.putIfAbsent(table.toLowerCase(Locale.ROOT), owner);
    if (other != null) {
      throw new MigrationException(
          "The table '%s' would be that of %s and of %s. Give one of them another: @Model(table = \"...\"), or @ManyToMany(table = \"...\") for pairs."
              .formatted(table, other, owner));
    }
  }

  /** The migrations that are missing, in an order in which they can be applied. */
  public List<PlannedMigration> missing(Questioner questioner, @Nullable String name) {
    return ChangeFinder.find(
        graph,
        models(),
        questioner,
        (model, field) -> NewValues.of(model, field, site.clock()),
        name);
  }

  /** The apps whose models have changes that no migration records; asks nobody. */
  public List<String> changedApps() {
    return missing(new Guess(), null).stream()
        .map(PlannedMigration::id)
        .map(MigrationId::app)
        .distinct()
        .toList();
  }

  /** The installed app of that label. Throws {@link MigrationException} when there is none. */
  public App app(String label) {
    return site.app(label)
        .orElseThrow(() ->
            new MigrationException(
                "There is no app '%s'. Installed are: %s."
                    .formatted(label, String.join(", ", apps()))));
  }
}
