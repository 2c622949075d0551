package io.quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a compiled template. {@link Renderer} is the only place that knows how each is
 * rendered.
 */
sealed interface Node {
  /** Text of the template itself, also what tags such as {@code templatetag} stand for. */
  record Text(StaticText text) implements Node {}

  /** {@code {{ expression }}}. */
  record Variable(Position position, FilterExpression expression) implements Node {}

  /** A tag of a library, which renders itself. */
  record Custom(Position position, TagRenderer renderer) implements Node {}

  /** {@code {% extends parent %}}, with the blocks of the template that says so. */
  record Extends(Position position, FilterExpression parent, List<Block> blocks, String origin)
      implements Node {}

  /** {@code {% block name %}}. */
  record Block(Position position, String name, NodeList body) implements Node {}

  /** {@code {% include template with names only %}}. */
  record Include(
      Position position, FilterExpression template, Map<String, Expression> names, boolean only)
      implements Node {}

  /** {@code {% for names in sequence reversed %}}. */
  record For(
      Position position,
      List<String> names,
      FilterExpression sequence,
      boolean reversed,
      NodeList body,
      NodeList empty)
      implements Node {}

  /** {@code {% if %}} with its branches; an else has no condition. */
  record If(Position position, List<Branch> branches) implements Node {}

  /** A branch of an if. */
  record Branch(@Nullable Condition condition, NodeList body) {}

  /** {@code {% ifchanged values %}}. */
  record IfChanged(
      Position position, Object key, List<Expression> values, NodeList changed, NodeList same)
      implements Node {}

  /** {@code {% cycle values as name silent %}}. */
  record Cycle(
      Position position, Object key, List<Expression> values, @Nullable String name, boolean silent)
      implements Node {}

  /** {@code {% resetcycle %}}. */
  record ResetCycle(Position position, Object key) implements Node {}

  /** {@code {% with names %}}. */
  record With(Position position, Map<String, Expression> names, NodeList body) implements Node {}

  /** {@code {% autoescape on %}}. */
  record Autoescape(Position position, boolean on, NodeList body) implements Node {}

  /** {@code {% filter filters %}}: the body is the variable of this name in the expression. */
  record Filtered(Position position, FilterExpression expression, NodeList body) implements Node {
    static final String NAME = "var";
  }

  /** {@code {% partialdef name inline %}}. */
  record PartialDef(Position position, String name, boolean inline, NodeList body)
      implements Node {}

  /** {@code {% partial name %}}. */
  record Partial(Position position, String name, Map<String, PartialDef> defined) implements Node {}
}
