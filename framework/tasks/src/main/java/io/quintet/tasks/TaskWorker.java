package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.Claim;
import io.quintet.tasks.spi.Delivery;
import io.quintet.tasks.spi.Outcome;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes tasks from the site's broker and runs them, each in a virtual thread of its own, as many at
 * a time as allowed. It also looks after the site's schedules.
 *
 * <p>{@code ./manage worker} runs one; {@link #start} puts one into a web process. Any number of
 * workers may share a broker; their clocks should agree to within a few seconds.
 */
public final class TaskWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);

  private final SiteContext site;
  private final Broker broker;
  private final Scheduler scheduler;
  private final TaskExecution execution;
  private final WakeUp wakeUp;
  private final String name;
  private final Set<String> queues;
  private final WorkerSlots slots;
  private final Heartbeat heartbeat;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean stopping;
  private @Nullable Thread loop;

  private TaskWorker(Builder builder) {
    this.site = builder.site;
    this.broker = site.service(Tasks.BROKER);
    this.scheduler = new Scheduler(site, broker);
    this.execution = new TaskExecution(site, builder.random);
    this.wakeUp = site.service(Tasks.WAKE_UP);
    this.name = builder.name;
    this.queues = builder.queues;
    this.slots = new WorkerSlots(builder.concurrency);
    this.heartbeat = new Heartbeat(site, broker, scheduler, slots);
  }

  /** Starts a worker in the background, set up by the site's settings, until it is closed. */
  public static TaskWorker start(SiteContext site) {
    return of(site).start();
  }

  /** A builder of a worker for this site. */
  public static Builder of(SiteContext site) {
    return new Builder(site);
  }

  /** The name by which the broker knows it. */
  public String name() {
    return name;
  }

  /** How many tasks it runs at the moment. */
  public int running() {
    return slots.running().size();
  }

  /** How many attempts it has ended, the failed ones included. */
  public long done() {
    return done.get();
  }

  /** How many attempts have failed. */
  public long failed() {
    return failed.get();
  }

  /**
   * Works in the calling thread until {@link #stop} is called, then lets the running tasks finish
   * within the site's {@code tasks.stop-grace}, interrupts those that do not and gives them back. A
   * broker that fails is asked again, with growing pauses.
   */
  public void run() throws InterruptedException {
    Thread beat = Thread.ofVirtual().name("tasks-heartbeat").start(this::beat);
    try {
      Duration backOff = Duration.ofSeconds(1);
      while (!stopping) {
        slots.awaitFree(1, () -> stopping);
        try {
          if (!stopping && takeAndStart(slots.free()) == 0) {
            wakeUp.await(site.setting(TasksSettings.POLL));
          }
          backOff = Duration.ofSeconds(1);
        } catch (RuntimeException e) {
          LOG.log(
              Level.ERROR,
              "The worker cannot take tasks; it tries again in " + backOff.toSeconds() + " s",
              e);
          wakeUp.await(backOff);
          Duration doubled = backOff.multipliedBy(2);
          backOff = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
        }
      }
      finish();
    } finally {
      beat.interrupt();
    }
  }

  /**
   * Runs all tasks that are due, and those that they enqueue, and answers how many attempts that
   * were.
   */
  public int drain() throws InterruptedException {
    return drain(Integer.MAX_VALUE);
  }

  /** Runs at most this many of the tasks that are due, and answers how many attempts that were. */
  public int drain(int limit) throws InterruptedException {
    Thread beat = Thread.ofVirtual().name("tasks-heartbeat").start(this::beat);
    try {
      site.run(() -> scheduler.tick(site.clock().instant()));
      int started = 0;
      while (started < limit && !stopping) {
        int free = slots.free();
        int taken = takeAndStart(Math.min(free, limit - started));
        started += taken;
        if (taken == 0 && slots.running().isEmpty()) {
          break;
        }
        slots.awaitFree(free - taken + 1, () -> stopping);
      }
      finish();
      return started;
    } finally {
      beat.interrupt();
    }
  }

  /**
   * Tells the worker to take no more tasks; {@link #run} returns when the running ones have ended.
   */
  public void stop() {
    stopping = true;
    slots.wake();
    wakeUp.signal();
  }

  /** Stops a worker that was started in the background and waits for it. */
  @Override
  public void close() {
    stop();
    Thread background = loop;
    if (background == null) {
      return;
    }
    try {
      background.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One heartbeat; otherwise made every second while the worker runs. */
  void beatOnce() {
    heartbeat.beat();
  }

  private int takeAndStart(int limit) {
    if (limit <= 0) {
      return 0;
    }
    List<Delivery> deliveries = take(limit);
    for (Delivery delivery : deliveries) {
      Running running = new Running(delivery, site.clock().instant());
      slots.add(running);
      Thread.ofVirtual().name("task-" + delivery.message().id()).start(() -> runAndSettle(running));
    }
    return deliveries.size();
  }

  private List<Delivery> take(int limit) {
    Instant now = site.clock().instant();
    Claim claim = new Claim(name, queues, limit, now, now.plus(site.setting(TasksSettings.LEASE)));
    List<Delivery> taken = new ArrayList<>();
    site.run(() -> taken.addAll(broker.take(claim)));
    return taken;
  }

  private void runAndSettle(Running running) {
    try {
      Attempt attempt = execution.run(running);
      Thread.interrupted();
      done.incrementAndGet();
      if (attempt.thrown() != null) {
        failed.incrementAndGet();
      }
      site.run(() -> settle(running.delivery(), attempt.outcome()));
    } catch (RuntimeException e) {
      LOG.log(
          Level.ERROR,
          "The outcome of task "
              + running.delivery().message().id()
              + " could not be recorded; it will run again",
          e);
    } finally {
      slots.remove(running);
    }
  }

  private void settle(Delivery delivery, Outcome outcome) {
    if (!broker.settle(delivery, outcome, site.clock().instant())) {
      LOG.log(
          Level.WARNING,
          "The outcome of task "
              + delivery.message().id()
              + " is dropped: its lease ran out and another worker has it");
    }
  }

  private void finish() throws InterruptedException {
    slots.awaitFree(slots.size(), () -> stopping);
    if (!slots.awaitIdle(site.setting(TasksSettings.STOP_GRACE))) {
      slots.running().forEach(task -> task.interrupt(Running.Reason.STOP));
      if (!slots.awaitIdle(site.setting(TasksSettings.LEASE))) {
        LOG.log(
            Level.WARNING,
            slots.running().size()
                + " tasks ignore their interruption; they will run again when their leases end");
      }
    }
  }

  private void beat() {
    try {
      while (true) {
        heartbeat.beat();
        Thread.sleep(heartbeat.pause());
      }
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "The worker's heartbeat ends");
    }
  }

  /** How a worker is set up; what is not said comes from the site's settings. */
  public static final class Builder {
    private final SiteContext site;
    private Set<String> queues = Set.of();
    private int concurrency;
    private String name = ProcessHandle.current().pid() + "-" + randomHex();
    private RandomGenerator random = RandomGenerator.getDefault();

    private Builder(SiteContext site) {
      this.site = site;
      this.concurrency = site.setting(TasksSettings.CONCURRENCY);
    }

    /** The queues it serves; by default all of them. */
    public Builder queues(Set<String> names) {
      this.queues = Set.copyOf(names);
      return this;
    }

    /** How many tasks it runs at the same time. */
    public Builder concurrency(int tasks) {
      if (tasks < 1) {
        throw new IllegalArgumentException("A worker's concurrency is 1 or more but was " + tasks);
      }
      this.concurrency = tasks;
      return this;
    }

    /**
     * The name by which the broker knows it, unique among the running workers; by default made up.
     */
    public Builder name(String name) {
      if (name.isBlank() || name.length() > 100) {
        throw new IllegalArgumentException(
            "A worker's name has 1 to 100 characters but was \"" + name + "\"");
      }
      this.name = name;
      return this;
    }

    /** Where the jitter of retries comes from. */
    Builder random(RandomGenerator random) {
      this.random = random;
      return this;
    }

    /** The worker, not yet working. */
    public TaskWorker build() {
      return new TaskWorker(this);
    }

    /** The worker, at work in the background. */
    public TaskWorker start() {
      TaskWorker worker = build();
      worker.loop = Thread.ofVirtual().name("tasks-worker").start(worker::runUntilStopped);
      return worker;
    }

    private static String randomHex() {
      return HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextInt());
    }
  }

  private void runUntilStopped() {
    try {
      run();
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "The worker was interrupted and ends");
    }
  }
}
