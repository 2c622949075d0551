package io.quintet.views;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.text.SafeString;
import io.quintet.forms.FormTemplates;
import io.quintet.templates.Engine;
import io.quintet.templates.TemplateDoesNotExist;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Looks for templates of forms among those of the site; outside development only once. */
final class SiteFormTemplates implements FormTemplates {
  private final SiteContext site;
  private final boolean debug;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  SiteFormTemplates(SiteContext site) {
    this.site = site;
    this.debug = site.setting(CoreSettings.DEBUG);
  }

  private Engine engine() {
    return site.service(Templates.ENGINE);
  }

  @Override
  public boolean has(String name) {
    return debug ? exists(name) : known.computeIfAbsent(name, this::exists);
  }

  private boolean exists(String name) {
    try {
      engine().template(name);
      return true;
    } catch (TemplateDoesNotExist e) {
      if (!e.name().equals(name)) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public SafeString render(String name, Map<String, ? extends @Nullable Object> values) {
    return SafeString.of(engine().template(name).render(values));
  }
}
