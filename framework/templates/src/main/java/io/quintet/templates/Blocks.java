package io.quintet.templates;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a chain of templates that extend each other: for each name, the ancestor's first.
 */
final class Blocks {
  private final Map<String, Deque<Node.Block>> byName = new HashMap<>();

  void add(Collection<Node.Block> blocks) {
    for (Node.Block block : blocks) {
      byName.computeIfAbsent(block.name(), name -> new ArrayDeque<>()).addFirst(block);
    }
  }

  Node.@Nullable Block pop(String name) {
    Deque<Node.Block> blocks = byName.get(name);
    return blocks == null ? null : blocks.pollLast();
  }

  void push(Node.Block block) {
    byName.computeIfAbsent(block.name(), name -> new ArrayDeque<>()).addLast(block);
  }

  boolean has(String name) {
    Deque<Node.Block> blocks = byName.get(name);
    return blocks != null && !blocks.isEmpty();
  }
}
