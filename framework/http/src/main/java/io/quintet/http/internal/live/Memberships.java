package io.quintet.http.internal.live;

import java.util.HashSet;
import java.util.Set;

/** The groups that one connection is in. */
public final class Memberships {
  private final GroupTable table;
  private final Member member;
  private final Set<String> groups = new HashSet<>();
  private boolean over;

  /** Those of a member. */
  public Memberships(GroupTable table, Member member) {
    this.table = table;
    this.member = member;
  }

  /** Joins a group, unless the connection is over. */
  public synchronized void join(String group) {
    if (!over && groups.add(group)) {
      try {
        table.join(group, member);
      } catch (RuntimeException e) {
        groups.remove(group);
        throw e;
      }
    }
  }

  /** Leaves a group. */
  public synchronized void leave(String group) {
    if (groups.remove(group)) {
      table.leave(group, member);
    }
  }

  /** Leaves all, for good. */
  public synchronized void end() {
    over = true;
    groups.forEach(group -> table.leave(group, member));
    groups.clear();
  }
}
