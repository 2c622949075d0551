package io.quintet.http.messages;

import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import io.quintet.http.sessions.Session;
import io.quintet.templates.TemplateObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages to a visitor: {@code Messages.success(request, "Your booking was saved.")}. They
 * wait in the session until a page shows them; going through them marks them as shown.
 */
public final class Messages implements Iterable<Message>, TemplateObject {
  private static final RequestKey<Messages> KEY = RequestKey.named("messages");
  private static final String SESSION_NAME = "_messages";
  private static final int MOST = 50;

  private final Session session;

  private Messages(Session session) {
    this.session = session;
  }

  /** The messages of a request's session. */
  public static Messages of(Request request) {
    return request
        .attribute(KEY)
        .orElseGet(() -> {
          Messages messages = new Messages(request.session());
          request.set(KEY, messages);
          return messages;
        });
  }

  /** Adds a message for developers. */
  public static void debug(Request request, String text) {
    of(request).add(Level.DEBUG, text, "");
  }

  /** Adds a message that informs. */
  public static void info(Request request, String text) {
    of(request).add(Level.INFO, text, "");
  }

  /** Adds a message that something worked. */
  public static void success(Request request, String text) {
    of(request).add(Level.SUCCESS, text, "");
  }

  /** Adds a message that something needs care. */
  public static void warning(Request request, String text) {
    of(request).add(Level.WARNING, text, "");
  }

  /** Adds a message that something did not work. */
  public static void error(Request request, String text) {
    of(request).add(Level.ERROR, text, "");
  }

  /** Adds a message; of more than 50 that wait, the oldest are dropped. */
  public void add(Level level, String text, String extraTags) {
    List<Object> stored = new ArrayList<>(stored());
    stored.add(List.of((long) level.number(), text, extraTags));
    session.put(
        SESSION_NAME,
        List.copyOf(stored.subList(Math.max(0, stored.size() - MOST), stored.size())));
  }

  /** The messages that wait, without marking them as shown. */
  public List<Message> waiting() {
    List<Message> messages = new ArrayList<>();
    for (Object entry : stored()) {
      if (entry instanceof List<?> parts
          && parts.size() == 3
          && parts.get(0) instanceof Number number) {
        messages.add(
            new Message(
                level(number.intValue()),
                String.valueOf(parts.get(1)),
                String.valueOf(parts.get(2))));
      }
    }
    return List.copyOf(messages);
  }

  /** Goes through the messages, and marks them as shown. */
  @Override
  public Iterator<Message> iterator() {
    List<Message> messages = waiting();
    session.remove(SESSION_NAME);
    return messages.iterator();
  }

  @Override
  public @Nullable Object property(String name) {
    return ABSENT;
  }

  @Override
  public boolean truth() {
    return !stored().isEmpty();
  }

  @Override
  public int size() {
    return stored().size();
  }

  private List<?> stored() {
    return session.get(SESSION_NAME) instanceof List<?> list ? list : List.of();
  }

  private static Level level(int number) {
    for (Level level : Level.values()) {
      if (level.number() == number) {
        return level;
      }
    }
    return Level.INFO;
  }
}
