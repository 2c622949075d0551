package io.quintet.templates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a chain of templates that extend each other: for each name, the descendant's first.
 * A block that is being rendered is taken off, so that {@code block.super} is the next one.
 */
final class Blocks {
  private final Table table;
  private final int[] taken;

  /** The blocks of a chain, which many renderings share. */
  static final class Table {
    private final Map<String, Entry> byName = new HashMap<>();

    private record Entry(int number, List<Node.Block> blocks) {}

    /** Adds the blocks of the next ancestor. */
    void add(Collection<Node.Block> blocks) {
      for (Node.Block block : blocks) {
        byName
            .computeIfAbsent(block.name(), name -> new Entry(byName.size(), new ArrayList<>()))
            .blocks()
            .add(block);
      }
    }
  }

  Blocks(Table table) {
    this.table = table;
    this.taken = new int[table.byName.size()];
  }

  /** Takes off the first block of a name, null if there is none left. */
  Node.@Nullable Block pop(String name) {
    Table.Entry entry = table.byName.get(name);
    if (entry == null || taken[entry.number()] >= entry.blocks().size()) {
      return null;
    }
    return entry.blocks().get(taken[entry.number()]++);
  }

  /** Puts the block taken off last back. */
  void push(Node.Block block) {
    Table.Entry entry = table.byName.get(block.name());
    if (entry != null) {
      taken[entry.number()]--;
    }
  }

  boolean has(String name) {
    Table.Entry entry = table.byName.get(name);
    return entry != null && taken[entry.number()] < entry.blocks().size();
  }
}
