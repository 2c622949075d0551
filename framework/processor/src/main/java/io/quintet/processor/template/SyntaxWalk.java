package io.quintet.processor.template;

import io.quintet.templates.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/** All pieces of a template, those inside of others too. */
final class SyntaxWalk {
  private final List<Syntax> found = new ArrayList<>();

  private SyntaxWalk() {}

  /** The pieces of a template, of its ancestors and of their blocks. */
  static List<Syntax> of(Chains.Chain chain) {
    SyntaxWalk walk = new SyntaxWalk();
    walk.all(chain.root());
    chain.blocks().values().forEach(owned -> owned.forEach(o -> walk.all(o.block().body())));
    return walk.found;
  }

  private void all(List<Syntax> pieces) {
    for (Syntax piece : pieces) {
      found.add(piece);
      switch (piece) {
        case Syntax.If node -> node.branches().forEach(branch -> all(branch.body()));
        case Syntax.For node -> {
          all(node.body());
          all(node.empty());
        }
        case Syntax.With node -> all(node.body());
        case Syntax.Block node -> all(node.body());
        case Syntax.Autoescape node -> all(node.body());
        case Syntax.Component node -> all(node.body());
        case Syntax.Fill node -> all(node.body());
        case Syntax.Slot node -> all(node.body());
        case Syntax.Tag node -> node.bodies().forEach(this::all);
        case Syntax.Extends node -> node.blocks().forEach(block -> all(block.body()));
        case Syntax.Text _, Syntax.Value _, Syntax.Include _, Syntax.Props _ -> {}
      }
    }
  }
}
