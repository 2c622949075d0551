package io.quintet.benchmarks.orm;

import java.util.List;
import java.util.ServiceLoader;

/**
 * One way to reach the database. Each method is one unit of work as a program would write it with
 * that library, a connection taken and given back in it; what it reads is entities.
 */
interface Peer extends AutoCloseable {
  /** The post with a key. */
  Object byKey(long key) throws Exception;

  /** The first posts by key. */
  List<?> rows(int count) throws Exception;

  /** The first posts by key, each with its author, in one statement. */
  List<?> joined(int count) throws Exception;

  /** The first posts by key, each with author, category and tags, in two statements. */
  List<?> related(int count) throws Exception;

  /** Inserts a post; its new key. */
  long insert(NewPost post) throws Exception;

  /** Inserts posts in one transaction; their new keys. */
  List<Long> insertAll(List<NewPost> posts) throws Exception;

  /** Reads a post and gives it another title in one transaction; how many rows changed. */
  int update(long key, String title) throws Exception;

  /** What it has read of a post, without asking for more. */
  PostView view(Object post, PostView.Depth depth);

  @Override
  void close() throws Exception;

  /** Opens a peer by its name: one of this module, or one that is on the class path beside it. */
  static Peer open(String name, BenchmarkDatabase database) throws Exception {
    return switch (name) {
      case "jdbc" -> new JdbcPeer(database);
      case "quintet" -> new QuintetPeer(database);
      default -> {
        for (PeerFactory factory : ServiceLoader.load(PeerFactory.class)) {
          if (factory.name().equals(name)) {
            yield factory.open(database);
          }
        }
        throw new IllegalArgumentException(
            "No peer is called %s. Those beside jdbc and quintet are in the module benchmarks/peers, which ./manage jmh builds."
                .formatted(name));
      }
    };
  }
}
