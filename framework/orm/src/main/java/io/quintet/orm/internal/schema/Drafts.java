package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The detected operations of each app. */
final class Drafts {
  private final Map<String, List<Draft>> byApp = new TreeMap<>();

  void add(String app, Operation operation, List<Need> needs) {
    of(app).add(new Draft(operation, needs));
  }

  void add(String app, Operation operation) {
    add(app, operation, List.of());
  }

  /** Before all others found so far. */
  void addFirst(String app, Operation operation, List<Need> needs) {
    of(app).addFirst(new Draft(operation, needs));
  }

  /** The operations of each app, in an order in which each follows what it needs of its app. */
  Map<String, List<Draft>> sorted() {
    Map<String, List<Draft>> sorted = new LinkedHashMap<>();
    byApp.forEach((app, drafts) -> sorted.put(app, sorted(app, drafts)));
    return sorted;
  }

  private List<Draft> of(String app) {
    return byApp.computeIfAbsent(app, _ -> new ArrayList<>());
  }

  private static final class Node {
    final Draft draft;
    final List<Node> followers = new ArrayList<>();
    int waitingFor;

    Node(Draft draft) {
      this.draft = draft;
    }
  }

  /**
   * A topological sort that keeps the given order where it can: in rounds, each of them all that
   * wait for nothing any more.
   */
  private static List<Draft> sorted(String app, List<Draft> drafts) {
    Map<Draft, Node> known = new IdentityHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (Draft draft : drafts) {
      Node node = node(draft, known, nodes);
      for (Need need : draft.needs()) {
        if (need.model().app().equals(app)) {
          for (Draft other : drafts) {
            if (need.isMetBy(other.operation())) {
              node.waitingFor++;
              node(other, known, nodes).followers.add(node);
            }
          }
        }
      }
    }
    Deque<Node> ready = new ArrayDeque<>();
    nodes.stream().filter(node -> node.waitingFor == 0).forEach(ready::add);
    List<Draft> inOrder = new ArrayList<>();
    while (!ready.isEmpty()) {
      Node node = ready.remove();
      inOrder.add(node.draft);
      for (Node follower : node.followers) {
        if (--follower.waitingFor == 0) {
          ready.add(follower);
        }
      }
    }
    if (inOrder.size() < drafts.size()) {
      List<Draft> circle = new ArrayList<>(drafts);
      circle.removeAll(inOrder);
      throw Arranger.circle(List.of(app), circle);
    }
    return inOrder;
  }

  private static Node node(Draft draft, Map<Draft, Node> known, List<Node> nodes) {
    Node node = known.get(draft);
    if (node == null) {
      node = new Node(draft);
      known.put(draft, node);
      nodes.add(node);
    }
    return node;
  }
}
