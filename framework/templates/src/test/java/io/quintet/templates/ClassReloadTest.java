package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A site that is built anew, as development does after each change, leaves nothing of itself. */
class ClassReloadTest {
  /** The whole engine takes its time to load: {@code -Dquintet.templates.reloads=100}. */
  private static final int RELOADS_OF_THE_ENGINE =
      Integer.getInteger("quintet.templates.reloads", 8);

  private static final int RELOADS = 100;

  /** Loads the classes of these folders and jars itself, other than those of its parent. */
  private static final class Fresh extends URLClassLoader {
    private final String prefix;

    Fresh(URL[] urls, String prefix) {
      super(urls, ClassReloadTest.class.getClassLoader());
      this.prefix = prefix;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(prefix)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : findClass(name);
      }
    }
  }

  @Test
  void theClassesOfASiteAreGoneWithIt() throws Exception {
    leavesNothing(ReloadedSite.class.getName(), RELOADS);
  }

  @Test
  void theEngineItselfIsGoneWithItsLoader() throws Exception {
    leavesNothing("io.quintet.", RELOADS_OF_THE_ENGINE);
  }

  private static void leavesNothing(String prefix, int reloads) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    long metaspace = 0;
    int classes = 0;
    for (int reload = 0; reload < reloads; reload++) {
      loaders.add(new WeakReference<>(reload(prefix, "a" + reload)));
      if (reload == reloads / 4) {
        collect(loaders);
        metaspace = metaspace();
        classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
      }
    }
    collect(loaders);
    assertThat(loaders).as("loaders that are left").allMatch(loader -> loader.get() == null);
    assertThat((double) metaspace() / metaspace).as("metaspace at the end").isLessThan(1.1);
    assertThat((double) ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() / classes)
        .as("classes at the end")
        .isLessThan(1.1);
  }

  private static ClassLoader reload(String prefix, String title) throws Exception {
    Fresh loader = new Fresh(classPath(), prefix);
    Class<?> type = loader.loadClass(ReloadedSite.class.getName());
    assertThat(type).isNotSameAs(ReloadedSite.class);
    @SuppressWarnings("unchecked")
    Function<Object, Object> site =
        (Function<Object, Object>) type.getDeclaredConstructor().newInstance();
    assertThat(site.apply(title)).isEqualTo("<" + title + title + "bb>");
    loader.close();
    return loader;
  }

  private static URL[] classPath() throws IOException {
    return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(entry -> {
          try {
            return Path.of(entry).toUri().toURL();
          } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
          }
        })
        .toArray(URL[]::new);
  }

  /** The collector is asked until it has nothing left to find, at most ten times. */
  private static void collect(List<WeakReference<ClassLoader>> loaders) {
    for (int i = 0; i < 10 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
      System.gc();
    }
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .findFirst()
        .orElseThrow()
        .getUsed();
  }
}
