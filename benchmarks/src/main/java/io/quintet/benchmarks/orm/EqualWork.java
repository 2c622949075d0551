package io.quintet.benchmarks.orm;

import io.quintet.benchmarks.orm.PostView.Depth;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/** Holds that a peer does each unit of work as hand-written JDBC does, before it is measured. */
final class EqualWork {
  private static final int FEW = 7;
  private static final long KEY = 4_321;

  private final Peer peer;
  private final Peer judge;

  private EqualWork(Peer peer, Peer judge) {
    this.peer = peer;
    this.judge = judge;
  }

  /**
   * Checks a peer; what it inserts is taken out again.
   *
   * @throws IllegalStateException when it does something else
   */
  static void check(Peer peer, BenchmarkDatabase tables) throws Exception {
    try (Peer judge = new JdbcPeer(tables)) {
      EqualWork work = new EqualWork(peer, judge);
      work.reads();
      work.inserts();
      work.updates();
    }
    tables.removeInserted();
  }

  private void reads() throws Exception {
    same(
        "row by key",
        judge.view(judge.byKey(KEY), Depth.ROW),
        peer.view(peer.byKey(KEY), Depth.ROW));
    same("rows", views(judge, judge.rows(FEW), Depth.ROW), views(peer, peer.rows(FEW), Depth.ROW));
    same(
        "rows with a join",
        views(judge, judge.joined(FEW), Depth.AUTHOR),
        views(peer, peer.joined(FEW), Depth.AUTHOR));
    same(
        "rows with relations",
        views(judge, judge.related(FEW), Depth.ALL),
        views(peer, peer.related(FEW), Depth.ALL));
  }

  private void inserts() throws Exception {
    NewPost one = NewPost.numbered(20_000_001);
    PostView made = judge.view(judge.byKey(peer.insert(one)), Depth.ROW);
    same("insert one", one, inserted(made));
    List<NewPost> several =
        LongStream.range(20_000_010, 20_000_010 + FEW).mapToObj(NewPost::numbered).toList();
    Set<NewPost> found = new HashSet<>();
    for (long key : peer.insertAll(several)) {
      found.add(inserted(judge.view(judge.byKey(key), Depth.ROW)));
    }
    same("insert several", Set.copyOf(several), found);
  }

  private static NewPost inserted(PostView post) {
    return new NewPost(
        post.title(),
        post.slug(),
        post.body(),
        post.publishedAt(),
        post.authorId(),
        post.categoryId());
  }

  private void updates() throws Exception {
    PostView before = judge.view(judge.byKey(KEY), Depth.ROW);
    same("rows updated", 1, peer.update(KEY, "Another title"));
    PostView after = judge.view(judge.byKey(KEY), Depth.ROW);
    same("title", "Another title", after.title());
    peer.update(KEY, before.title());
    same("row after updates", before, judge.view(judge.byKey(KEY), Depth.ROW));
  }

  private static List<PostView> views(Peer peer, List<?> posts, Depth depth) {
    return posts.stream().map(post -> peer.view(post, depth)).toList();
  }

  private void same(String what, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      throw new IllegalStateException(
          "%s does other work: %s is %s, not %s."
              .formatted(peer.getClass().getSimpleName(), what, found, wanted));
    }
  }
}
