package io.quintet.tasks.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * How far a schedule has come: one row a schedule, moved from tick to tick. Written by the broker;
 * for others to read.
 */
@Model(ordering = "name", verboseName = "schedule")
public class ScheduleState extends Entity {
  public static final Manager<ScheduleState> objects = Manager.of(ScheduleState.class);

  /** The name of the schedule. */
  @Size(max = 200)
  @Unique
  public String name = "";

  /** Its times, as text; when they change the schedule starts anew. */
  @Size(max = 300)
  public String specification = "";

  /** The last tick that was enqueued, or when the schedule was first seen. */
  public Instant lastTick = Instant.EPOCH;

  @Override
  public String toString() {
    return name;
  }
}
