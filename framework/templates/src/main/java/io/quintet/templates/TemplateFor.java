package io.quintet.templates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a template strict: the record carries everything that the template shows, and the template
 * is checked against it when the project compiles. An unknown variable, attribute, filter, tag,
 * block or template name is an error that names file, line and column.
 *
 * <pre>{@code
 * @TemplateFor("blog/post_detail.html")
 * record PostDetail(Post post, List<Comment> comments) {}
 *
 * return Shortcuts.render(request, new PostDetail(post, comments));
 * }</pre>
 *
 * <p>The template is compiled to Java as well, which renders without looking names up. It is what
 * the engine uses as long as the sources that it finds are those that were compiled; a changed file
 * in development, or a site's own page of the same name, is rendered by the interpreter.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TemplateFor {
  /** The template's name. */
  String value();

  /**
   * Names that the template finds beside the record's, such as those of context processors: {@code
   * request}, {@code user}. They have no types, so what stands after a dot is not checked.
   */
  String[] also() default {};
}
