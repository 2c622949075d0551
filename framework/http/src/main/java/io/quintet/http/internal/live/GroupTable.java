package io.quintet.http.internal.live;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.bus.MessageBus;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is in which group in this process. The bus is asked for the texts of a group as long as
 * anyone is in it.
 */
public final class GroupTable {
  /** That of a site. */
  public static final Service<GroupTable> SERVICE = Service.of("groups", GroupTable::new);

  private static final int LONGEST_NAME = 200;
  private static final String CHANNEL = "group:";

  private record Group(Set<Member> members, MessageBus.Subscription subscription) {}

  private final MessageBus bus;
  private final Map<String, Group> groups = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  private GroupTable(SiteContext site) {
    this.bus = site.service(MessageBus.SERVICE);
  }

  /** Gives a text to all members in all processes. */
  public void send(String group, String text) {
    bus.publish(CHANNEL + checked(group), text);
  }

  /** Puts a member into a group. */
  public void join(String group, Member member) {
    checked(group);
    lock.lock();
    try {
      groups.computeIfAbsent(group, this::open).members().add(member);
    } finally {
      lock.unlock();
    }
  }

  /** Takes a member out of a group. */
  public void leave(String group, Member member) {
    lock.lock();
    try {
      Group found = groups.get(group);
      if (found != null) {
        found.members().remove(member);
        if (found.members().isEmpty()) {
          groups.remove(group);
          found.subscription().close();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many members a group has in this process. */
  public int size(String group) {
    lock.lock();
    try {
      Group found = groups.get(group);
      return found == null ? 0 : found.members().size();
    } finally {
      lock.unlock();
    }
  }

  private Group open(String name) {
    Set<Member> members = ConcurrentHashMap.newKeySet();
    return new Group(
        members,
        bus.subscribe(CHANNEL + name, text -> members.forEach(member -> member.offer(name, text))));
  }

  private static String checked(String group) {
    if (group.isEmpty() || group.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A group has a name of 1 to %d characters, found %d"
              .formatted(LONGEST_NAME, group.length()));
    }
    return group;
  }
}
