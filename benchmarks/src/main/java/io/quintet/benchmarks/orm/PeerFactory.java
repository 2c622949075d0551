package io.quintet.benchmarks.orm;

/** Opens a peer that is found by {@link java.util.ServiceLoader}. */
interface PeerFactory {
  /** The name that the parameter {@code peer} of the benchmarks has. */
  String name();

  /** Opens it on the tables. */
  Peer open(BenchmarkDatabase database) throws Exception;
}
