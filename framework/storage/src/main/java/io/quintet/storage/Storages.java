package io.quintet.storage;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The storages of a site, by alias. Two are always there: {@value #DEFAULT} for public files and
 * {@value #PRIVATE} for those that only a view hands out.
 */
public final class Storages {
  /** Alias of the storage for public files. */
  public static final String DEFAULT = "default";

  /** Alias of the storage for private files. */
  public static final String PRIVATE = "private";

  /** The storages of a site. */
  public static final Service<Storages> SERVICE = Service.of("storages", Storages::onDisk);

  /** Where apps add storages of their own; one with the alias of another takes its place. */
  public static final ExtensionPoint<NamedStorage> POINT = ExtensionPoint.named("storages");

  private final Map<String, Storage> byAlias;
  private final SignedUrls signedUrls;

  private Storages(SiteContext site, Storage publicFiles, Storage privateFiles) {
    Map<String, Storage> storages = new LinkedHashMap<>();
    storages.put(DEFAULT, publicFiles);
    storages.put(PRIVATE, privateFiles);
    for (NamedStorage named : site.extensions(POINT)) {
      Storage storage = named.factory().apply(site);
      if (!storage.alias().equals(named.alias())) {
        throw new ImproperlyConfigured(
            "The storage added as \"%s\" calls itself \"%s\"; give both the same alias"
                .formatted(named.alias(), storage.alias()));
      }
      storages.put(named.alias(), storage);
    }
    this.byAlias = storages;
    this.signedUrls = new SignedUrls(site);
  }

  private static Storages onDisk(SiteContext site) {
    return new Storages(
        site,
        LocalStorage.publicFiles(
            DEFAULT,
            site.baseDir().resolve(site.setting(StorageSettings.MEDIA_ROOT)),
            site.setting(StorageSettings.MEDIA_URL)),
        LocalStorage.privateFiles(
            PRIVATE, site.baseDir().resolve(site.setting(StorageSettings.PRIVATE_ROOT))));
  }

  /**
   * Storages that keep public and private files in memory, for tests: {@code
   * builder.replace(Storages.SERVICE, Storages::inMemory)}.
   *
   * @param site the site
   * @return its storages
   */
  public static Storages inMemory(SiteContext site) {
    return new Storages(
        site,
        MemoryStorage.publicFiles(DEFAULT, site.setting(StorageSettings.MEDIA_URL), site.clock()),
        MemoryStorage.privateFiles(PRIVATE, site.clock()));
  }

  /**
   * The storages of the current site.
   *
   * @return the storages
   */
  public static Storages current() {
    return SiteContext.current().service(SERVICE);
  }

  /**
   * A storage.
   *
   * @param alias its alias
   * @return the storage
   * @throws StorageException if there is none of that alias
   */
  public Storage get(String alias) {
    Storage storage = byAlias.get(alias);
    if (storage == null) {
      throw new StorageException(
          "There is no storage \"%s\"; this site has %s. An app adds one with config.add(Storages.POINT, new NamedStorage(...))"
              .formatted(FileNames.printable(alias), byAlias.keySet()));
    }
    return storage;
  }

  /**
   * The storage for public files.
   *
   * @return the storage {@value #DEFAULT}
   */
  public Storage publicFiles() {
    return get(DEFAULT);
  }

  /**
   * The storage for private files.
   *
   * @return the storage {@value #PRIVATE}
   */
  public Storage privateFiles() {
    return get(PRIVATE);
  }

  /**
   * The aliases that are known.
   *
   * @return the aliases, {@value #DEFAULT} first
   */
  public Set<String> aliases() {
    return Set.copyOf(byAlias.keySet());
  }

  /**
   * An address for one file, private or not, that works for a while and cannot be changed to point
   * at another.
   *
   * @param file the file
   * @param validity how long the address works, counted from now in whole seconds
   * @return {@code storage.signed-url}, the token, and the file's name for the browser to save it
   *     under
   * @throws IllegalArgumentException if the validity is not positive
   */
  public String signedUrl(StoredFile file, Duration validity) {
    return signedUrls.url(file, validity);
  }

  /**
   * The file a token of {@link #signedUrl} stands for. The view that serves signed addresses calls
   * this.
   *
   * @param token the path element after {@code storage.signed-url}
   * @return the file; empty if the token was forged or has expired
   */
  public Optional<StoredFile> verify(String token) {
    return signedUrls.verify(token);
  }
}
