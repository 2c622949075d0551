package io.quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One piece of a compiled template. */
sealed interface Node {
  /** Writes what the node stands for. */
  void render(Context context, Output output) throws Exception;

  /** Where it stands. */
  Position position();

  /** Text of the template itself, also what tags such as {@code templatetag} stand for. */
  record Text(Position position, StaticText text) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      output.append(text);
    }
  }

  /** {@code {{ expression }}}. */
  record Variable(Position position, FilterExpression expression) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Renderer.print(expression.resolve(context), context, output);
    }
  }

  /** A tag of a library, which renders itself. */
  record Custom(Position position, TagRenderer renderer) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      renderer.render(context, output);
    }
  }

  /** {@code {% extends parent %}}, with the blocks of the template that says so. */
  record Extends(
      Position position,
      FilterExpression parent,
      List<Block> blocks,
      String origin,
      Inheritance.Memo memo)
      implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Inheritance.render(this, context, output);
    }
  }

  /** {@code {% block name %}}. */
  record Block(Position position, String name, NodeList body) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Inheritance.render(this, context, output);
    }
  }

  /** {@code {% include template with names only %}}. */
  record Include(
      Position position,
      FilterExpression template,
      Map<String, Expression> names,
      boolean only,
      IncludeRenderer.Memo memo)
      implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      IncludeRenderer.render(this, context, output);
    }
  }

  /** {@code {% for names in sequence reversed %}}. */
  record For(
      Position position,
      List<String> names,
      FilterExpression sequence,
      boolean reversed,
      NodeList body,
      NodeList empty)
      implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      LoopRenderer.render(this, context, output);
    }
  }

  /** {@code {% if %}} with its branches; an else has no condition. */
  record If(Position position, List<Branch> branches) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Renderer.render(this, context, output);
    }
  }

  /** A branch of an if. */
  record Branch(@Nullable Condition condition, NodeList body) {}

  /** {@code {% ifchanged values %}}. */
  record IfChanged(
      Position position, Object key, List<Expression> values, NodeList changed, NodeList same)
      implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      StateRenderer.render(this, context, output);
    }
  }

  /** {@code {% cycle values as name silent %}}. */
  record Cycle(
      Position position, Object key, List<Expression> values, @Nullable String name, boolean silent)
      implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      StateRenderer.render(this, context, output);
    }
  }

  /** {@code {% resetcycle %}}. */
  record ResetCycle(Position position, Object key) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      StateRenderer.reset(this, context);
    }
  }

  /** {@code {% with names %}}. */
  record With(Position position, Map<String, Expression> names, NodeList body) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Renderer.render(this, context, output);
    }
  }

  /** {@code {% autoescape on %}}. */
  record Autoescape(Position position, boolean on, NodeList body) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      Renderer.render(this, context, output);
    }
  }

  /** {@code {% filter filters %}}: the body is the variable of this name in the expression. */
  record Filtered(Position position, FilterExpression expression, NodeList body) implements Node {
    static final String NAME = "var";

    @Override
    public void render(Context context, Output output) {
      Renderer.render(this, context, output);
    }
  }

  /** {@code {% partialdef name inline %}}. */
  record PartialDef(Position position, String name, boolean inline, NodeList body) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      PartialRenderer.define(this, context, output);
    }
  }

  /** {@code {% partial name %}}. */
  record Partial(Position position, String name, Map<String, PartialDef> defined) implements Node {
    @Override
    public void render(Context context, Output output) throws Exception {
      PartialRenderer.render(this, context, output);
    }
  }
}
