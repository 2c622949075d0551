package io.quintet.forms;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.text.SafeString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates with which a site replaces the HTML of its forms. Where there is no template of a
 * name the built-in HTML is written, so a site has those that it wants to differ and no others.
 *
 * <table>
 *   <caption>Names, and the values that a template finds</caption>
 *   <tr><td>{@code forms/div.html}, {@code p.html}, {@code table.html}, {@code ul.html}</td>
 *     <td>a whole form: {@code form}, {@code fields} that are visible, {@code hidden_fields}, {@code
 *     errors} of the form and of hidden fields</td></tr>
 *   <tr><td>{@code forms/field.html}</td><td>a field with all around it: {@code field}</td></tr>
 *   <tr><td>{@code forms/label.html}</td><td>a label or legend: {@code field}, {@code tag}, {@code
 *     contents}, {@code for}</td></tr>
 *   <tr><td>{@code forms/errors.html}</td><td>messages: {@code errors}, {@code css}, {@code
 *     id}</td></tr>
 *   <tr><td>{@code forms/formset.html}</td><td>a form set: {@code formset}</td></tr>
 *   <tr><td>{@code forms/widgets/select.html} ...</td><td>a widget by its {@linkplain
 *     io.quintet.forms.widgets.Widget#kind kind}: {@code widget} with {@code name}, {@code value},
 *     {@code attrs}, {@code kind}, {@code required}, {@code groups} of options, and {@code html},
 *     the built-in one</td></tr>
 * </table>
 */
public interface FormTemplates {
  /** No templates: all HTML is the built-in one. */
  FormTemplates NONE =
      new FormTemplates() {
        @Override
        public boolean has(String name) {
          return false;
        }

        @Override
        public SafeString render(String name, Map<String, ? extends @Nullable Object> values) {
          throw new IllegalStateException(
              "There is no template \"" + name + "\": this site has no templates for forms");
        }
      };

  /** The templates of a site. */
  Service<FormTemplates> SERVICE = Service.of("form templates", site -> NONE);

  /** Those of the current site; none outside of a site. */
  static FormTemplates current() {
    return SiteContext.find().map(site -> site.service(SERVICE)).orElse(NONE);
  }

  /** Whether there is a template of a name. */
  boolean has(String name);

  /** The HTML that a template makes of values. */
  SafeString render(String name, Map<String, ? extends @Nullable Object> values);
}
