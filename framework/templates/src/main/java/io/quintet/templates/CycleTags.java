package io.quintet.templates;

import java.util.List;

/** {@code cycle} and {@code resetcycle}. */
final class CycleTags {
  private CycleTags() {}

  static Node cycle(TagSource tag) {
    List<String> bits = tag.bits();
    int size = bits.size();
    if (size < 2) {
      throw tag.error("'cycle' tag requires at least two arguments");
    }
    if (size == 2) {
      return named(tag, bits.get(1));
    }
    if (size > 4 && bits.get(size - 3).equals("as")) {
      if (!bits.get(size - 1).equals("silent")) {
        throw tag.error(
            "Only 'silent' flag is allowed after cycle's name, not '" + bits.get(size - 1) + "'.");
      }
      return tag.parser()
          .remember(
              new Node.Cycle(
                  tag.position(),
                  new Object(),
                  tag.expressions(bits.subList(1, size - 3)),
                  bits.get(size - 2),
                  true));
    }
    if (size > 4 && bits.get(size - 2).equals("as")) {
      return tag.parser()
          .remember(
              new Node.Cycle(
                  tag.position(),
                  new Object(),
                  tag.expressions(bits.subList(1, size - 2)),
                  bits.get(size - 1),
                  false));
    }
    return tag.parser()
        .remember(
            new Node.Cycle(
                tag.position(), new Object(), tag.expressions(bits.subList(1, size)), null, false));
  }

  private static Node named(TagSource tag, String name) {
    if (tag.parser().namedCycles().isEmpty()) {
      throw tag.error("No named cycles in template. '" + name + "' is not defined");
    }
    Node.Cycle cycle = tag.parser().namedCycles().get(name);
    if (cycle == null) {
      throw tag.error("Named cycle '" + name + "' does not exist");
    }
    return cycle;
  }

  static Node resetCycle(TagSource tag) {
    if (tag.bits().size() > 2) {
      throw tag.error("'" + tag.name() + "' tag accepts at most one argument.");
    }
    Node.Cycle cycle;
    if (tag.bits().size() == 2) {
      cycle = tag.parser().namedCycles().get(tag.bits().get(1));
      if (cycle == null) {
        throw tag.error("Named cycle '" + tag.bits().get(1) + "' does not exist.");
      }
    } else {
      cycle = tag.parser().lastCycle();
      if (cycle == null) {
        throw tag.error("No cycles in template.");
      }
    }
    return new Node.ResetCycle(tag.position(), cycle.key());
  }
}
