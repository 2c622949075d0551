package io.quintet.admin;

import io.quintet.core.App;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The registered models of a site, by app. */
final class AdminSite {
  static final Service<AdminSite> SERVICE = Service.of("admin", AdminSite::new);

  /** An app with its registered models. */
  record Section(String label, String name, List<ModelAdmin<?>> models) {}

  private final Map<String, ModelAdmin<?>> byLabel = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private final String name;

  private AdminSite(SiteContext site) {
    name = Words.capitalized(site.name());
    for (ModelAdmin<?> builtIn : List.of(UserAdmin.users(), UserAdmin.groups())) {
      byLabel.put(builtIn.model().label(), builtIn);
    }
    for (ModelAdmin<?> admin : site.extensions(Admin.MODELS)) {
      byLabel.put(admin.model().label(), admin);
    }
    Map<String, List<ModelAdmin<?>>> byApp = new LinkedHashMap<>();
    for (ModelAdmin<?> admin : byLabel.values()) {
      byApp.computeIfAbsent(admin.model().app(), app -> new ArrayList<>()).add(admin);
    }
    byApp.forEach((app, models) -> {
      models.sort((a, b) -> Words.plural(a.model()).compareTo(Words.plural(b.model())));
      String shown = site.app(app).map(App::verboseName).orElse(app);
      sections.add(new Section(app, Words.capitalized(shown), List.copyOf(models)));
    });
    sections.sort((a, b) -> a.name().compareTo(b.name()));
  }

  static AdminSite current() {
    return SiteContext.current().service(SERVICE);
  }

  /** The site's name for people. */
  String name() {
    return name;
  }

  List<Section> sections() {
    return sections;
  }

  List<ModelAdmin<?>> models() {
    return List.copyOf(byLabel.values());
  }

  /** The admin of a model, if it is registered. */
  @SuppressWarnings("unchecked") // registered under the label of its own model
  <M extends Entity> Optional<ModelAdmin<M>> find(ModelMeta<M> model) {
    return Optional.ofNullable((ModelAdmin<M>) byLabel.get(model.label()));
  }
}
