/** The cache and the message bus in Redis, or in a server that speaks its protocol. */
module io.quintet.redis {
  requires transitive io.quintet.core;
  requires transitive io.quintet.cache;
  requires redis.clients.jedis;
  requires static transitive org.jspecify;

  exports io.quintet.redis;
}
