package io.quintet.storage;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
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
  public static final Service<Storages> SERVICE =
      Service.of("storages", Storages::configured).closing(Storages::close);

  /** Where apps add storages of their own; one with the alias of another takes its place. */
  public static final ExtensionPoint<NamedStorage> POINT = ExtensionPoint.named("storages");

  /** Where apps add kinds of storage that {@code storage.backend} chooses between. */
  public static final ExtensionPoint<StorageBackend> BACKENDS =
      ExtensionPoint.named("storage-backends");

  private final Map<String, Storage> byAlias;
  private final SignedUrls signedUrls;
  private final DirectUploads uploads;

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
    this.uploads = new DirectUploads(site);
  }

  private static Storages configured(SiteContext site) {
    StorageBackend backend = backend(site);
    return new Storages(
        site, backend.publicFiles(site, DEFAULT), backend.privateFiles(site, PRIVATE));
  }

  private static StorageBackend backend(SiteContext site) {
    String wanted = site.setting(StorageSettings.BACKEND);
    List<StorageBackend> backends = site.extensions(BACKENDS);
    return backends.stream()
        .filter(backend -> backend.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new ImproperlyConfigured(
                "storage.backend is \"%s\"; this site has %s. Add the app that brings it to the site, such as io.quintet.s3.S3App"
                    .formatted(wanted, backends.stream().map(StorageBackend::name).toList())));
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

  private void close() {
    for (Storage storage : byAlias.values()) {
      if (storage instanceof AutoCloseable resource) {
        try {
          resource.close();
        } catch (Exception e) {
          System.getLogger("io.quintet.storage")
              .log(System.Logger.Level.WARNING, storage + " could not be closed", e);
        }
      }
    }
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
   * at another: at the store itself if browsers reach it ({@link DirectStorage}), else at the site.
   *
   * @param file the file
   * @param validity how long the address works, counted from now in whole seconds
   * @return a full URL of the store; or {@code storage.signed-url}, the token, and the file's name
   *     for the browser to save it under
   * @throws IllegalArgumentException if the validity is not positive, or longer than the store
   *     allows
   */
  public String signedUrl(StoredFile file, Duration validity) {
    return get(file.storage()) instanceof DirectStorage direct
        ? direct.temporaryUrl(file.name(), validity)
        : signedUrls.url(file, validity);
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

  /**
   * Permits a browser to send one file straight to a storage.
   *
   * @param storage alias of the storage
   * @param name the wished name: folders are kept, the last element is made safe and unique
   * @param size bytes of the content, announced by the browser; check it against your limit first
   * @param validity how long address and receipt work, in whole seconds
   * @return where and how to send it
   * @throws IllegalArgumentException if the size is negative, the validity not positive or longer
   *     than the store allows
   */
  public DirectUpload permitUpload(String storage, String name, long size, Duration validity) {
    return uploads.permit(get(storage), name, size, validity);
  }

  /**
   * Saves what a browser sends to an address of the site that {@link #permitUpload} gave. The view
   * that serves signed addresses calls this.
   *
   * @param token the path element after {@code storage.signed-url}
   * @param content the content, read to its end; not closed
   * @throws UploadRefusedException if the address has expired, was used, or the content has not the
   *     size that was announced; nothing is kept then
   */
  public void receive(String token, InputStream content) {
    uploads.receive(this, token, content);
  }

  /**
   * The file that was sent with a permission: there, of the announced size, and of the type that
   * its name says. A file that is not so is deleted.
   *
   * @param receipt the receipt of {@link #permitUpload}, from wherever
   * @return the file
   * @throws UploadRefusedException if there is no such file
   */
  public StoredFile claim(String receipt) {
    return uploads.claim(this, receipt);
  }
}
