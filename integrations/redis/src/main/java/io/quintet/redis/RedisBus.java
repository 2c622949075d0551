package io.quintet.redis;

import io.quintet.core.bus.MessageBus;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Carries texts between processes through a server's channels. Receivers of this process are called
 * directly, so that they hear each other while the server cannot be reached; the connection is made
 * again by itself, and what was sent in the meantime is lost to the other processes.
 */
final class RedisBus implements MessageBus {
  private static final System.Logger LOG = System.getLogger("io.quintet.redis");
  private static final int CONNECTIONS = 8;
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final MessageBus local = MessageBus.memory();
  private final String node = UUID.randomUUID().toString();
  private final RedisAddress address;
  private final String prefix;
  private final Duration timeout;
  private final RedisClient client;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Integer> wanted = new HashMap<>();
  private final Set<String> heard = new HashSet<>();
  private @Nullable Ear connected;
  private boolean started;
  private boolean failing;
  private boolean closed;

  RedisBus(RedisAddress address, String site, Duration timeout) {
    this.address = address;
    this.prefix = "quintet:" + site + ":bus:";
    this.timeout = timeout;
    this.client = RedisClients.open(address, timeout, CONNECTIONS);
  }

  @Override
  public void publish(String channel, String text) {
    local.publish(channel, text);
    try {
      client.publish(prefix + channel, node + " " + text);
    } catch (JedisException e) {
      failed(e);
    }
  }

  @Override
  public Subscription subscribe(String channel, Consumer<String> receiver) {
    Subscription inner = local.subscribe(channel, receiver);
    listen(prefix + channel);
    return () -> {
      inner.close();
      leave(prefix + channel);
    };
  }

  /** Waits until the server has confirmed, but not longer than for any of its answers. */
  private void listen(String channel) {
    lock.lock();
    try {
      if (!started) {
        started = true;
        Thread.ofPlatform().daemon().name("redis-bus").start(this::run);
      }
      if (wanted.merge(channel, 1, Integer::sum) == 1 && connected != null) {
        connected.subscribe(channel);
      }
      long left = timeout.toNanos();
      while (!closed && !failing && !heard.contains(channel) && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JedisException e) {
      failed(e);
    } finally {
      lock.unlock();
    }
  }

  private void leave(String channel) {
    lock.lock();
    try {
      if (wanted.merge(channel, -1, Integer::sum) == 0) {
        wanted.remove(channel);
        heard.remove(channel);
        if (connected != null) {
          connected.unsubscribe(channel);
        }
      }
    } catch (JedisException e) {
      failed(e);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!isClosed()) {
      try {
        client.subscribe(new Ear(), prefix);
      } catch (JedisException e) {
        failed(e);
      }
      lock.lock();
      try {
        connected = null;
        heard.clear();
        long left = PAUSE;
        while (!closed && left > 0) {
          left = changed.awaitNanos(left);
        }
      } catch (InterruptedException e) {
        return;
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Says so once, until it works again. */
  private void failed(JedisException e) {
    lock.lock();
    try {
      if (!failing && !closed) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Redis at {0} cannot be reached ({1}): other processes do not hear this one until it is back",
            address,
            e.getMessage());
      }
      failing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      if (connected != null) {
        connected.unsubscribe();
      }
    } catch (JedisException e) {
      LOG.log(System.Logger.Level.DEBUG, "The connection was gone already", e);
    } finally {
      lock.unlock();
    }
    local.close();
    client.close();
  }

  /** Hears the channels over one connection. */
  private final class Ear extends JedisPubSub {
    @Override
    public void onSubscribe(String channel, int count) {
      lock.lock();
      try {
        if (channel.equals(prefix)) {
          connected = this;
          failing = false;
          if (closed) {
            unsubscribe();
          } else if (!wanted.isEmpty()) {
            subscribe(wanted.keySet().toArray(String[]::new));
          }
        } else if (wanted.containsKey(channel)) {
          heard.add(channel);
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void onMessage(String channel, String message) {
      int blank = message.indexOf(' ');
      boolean own = message.startsWith(node);
      if (blank > 0 && !own && channel.length() > prefix.length()) {
        local.publish(channel.substring(prefix.length()), message.substring(blank + 1));
      }
    }
  }
}
