package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.text.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tasks registered in a site, by name. */
final class TaskRegistry {
  private final Map<String, TaskDefinition> tasks = new TreeMap<>();

  TaskRegistry(SiteContext site) {
    site.extensions(Tasks.POINT).forEach(task -> tasks.putIfAbsent(task.name(), task));
  }

  /** The task of this name, or empty. */
  Optional<TaskDefinition> find(String name) {
    return Optional.ofNullable(tasks.get(name));
  }

  /**
   * The task of this name.
   *
   * @throws UnknownTask if there is none
   */
  TaskDefinition get(String name) {
    @Nullable TaskDefinition task = tasks.get(name);
    if (task == null) {
      throw new UnknownTask(
          "Task \""
              + name
              + "\" is not registered"
              + Nearest.suggestion(name, tasks.keySet())
              + ". Add it in an app's configure: config.add(Tasks.POINT, ...). Registered are "
              + (tasks.isEmpty() ? "none" : String.join(", ", tasks.keySet())));
    }
    return task;
  }
}
