package io.quintet.s3;

import io.quintet.core.SiteContext;
import io.quintet.storage.ContentTypes;
import io.quintet.storage.DirectStorage;
import io.quintet.storage.FileNames;
import io.quintet.storage.MissingFileException;
import io.quintet.storage.PrivateFileException;
import io.quintet.storage.StorageException;
import io.quintet.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Files in a bucket of a store that speaks the protocol of Amazon S3. Browsers get and send files
 * at the store itself, by addresses signed for a while; what they could run is served for saving
 * only. A name is looked up before it is used, and written on the condition that it is still free
 * ({@code If-None-Match}); at a store that does not heed the condition, two who save the same name
 * in the same moment may both get it.
 */
public final class S3Storage implements DirectStorage, AutoCloseable {
  /** The longest a signed address may live, by the rules of signature version 4. */
  public static final Duration MAX_VALIDITY = Duration.ofDays(7);

  private static final int NAME_ATTEMPTS = 50;
  private static final int NOT_FOUND = 404;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Objects up to this many bytes are put in one request. */
  static final long PART_SIZE = 64L << 20;

  /** Where in the store, and how browsers get there. */
  record Place(String bucket, String prefix, boolean isPublic, @Nullable String baseUrl) {}

  private final String alias;
  private final S3Connection connection;
  private final Place place;
  private final S3Writer writer;

  S3Storage(
      String alias,
      S3Connection connection,
      Place place,
      @Nullable String cacheControl,
      long partSize) {
    this.alias = alias;
    this.connection = connection;
    this.place = place;
    this.writer = new S3Writer(connection.client(), place.bucket(), cacheControl, partSize);
  }

  /**
   * A storage whose files everyone may fetch at the store. The bucket's policy must allow it.
   *
   * @param site gives the settings {@code s3.*} of the store
   * @param alias the alias it is known by
   * @param bucket the bucket
   * @param prefix what stands before the names, empty or with a slash at its end
   * @param baseUrl URL before the names, with a slash at its end; null for the bucket's own
   * @return the storage
   */
  public static S3Storage publicFiles(
      SiteContext site, String alias, String bucket, String prefix, @Nullable String baseUrl) {
    return open(site, alias, new Place(bucket, prefix, true, baseUrl));
  }

  /**
   * A storage without public addresses.
   *
   * @param site gives the settings {@code s3.*} of the store
   * @param alias the alias it is known by
   * @param bucket the bucket
   * @param prefix what stands before the names, empty or with a slash at its end
   * @return the storage
   */
  public static S3Storage privateFiles(
      SiteContext site, String alias, String bucket, String prefix) {
    return open(site, alias, new Place(bucket, prefix, false, null));
  }

  private static S3Storage open(SiteContext site, String alias, Place place) {
    return new S3Storage(
        alias,
        S3Connection.of(site),
        place,
        S3Writer.cacheControl(place.isPublic(), site.setting(S3Settings.MAX_AGE)),
        PART_SIZE);
  }

  @Override
  public String alias() {
    return alias;
  }

  @Override
  public boolean isPublic() {
    return place.isPublic();
  }

  @Override
  public StoredFile save(String name, InputStream content) {
    String wanted = FileNames.valid(name);
    try (Spool spool = Spool.of(content)) {
      return calling("save", wanted, () -> new StoredFile(alias, putUnderFreeName(wanted, spool)));
    } catch (IOException e) {
      throw new StorageException(
          "Storage \"%s\" could not save \"%s\": the content cannot be read or kept: %s"
              .formatted(alias, wanted, e),
          e);
    }
  }

  private String putUnderFreeName(String wanted, Spool content) {
    String name = wanted;
    for (int attempt = 0; attempt < NAME_ATTEMPTS; attempt++) {
      if (!exists(name) && writer.putNew(key(name), content)) {
        return name;
      }
      name = FileNames.alternative(wanted);
    }
    throw new StorageException(
        "Storage \"%s\" found no free name for \"%s\" in %d attempts"
            .formatted(alias, wanted, NAME_ATTEMPTS));
  }

  @Override
  public InputStream open(String name) {
    GetObjectRequest request = get(name).build();
    return calling("open", name, () -> connection.client().getObject(request));
  }

  @Override
  public InputStream open(String name, long position) {
    if (position == 0) {
      return open(name);
    }
    GetObjectRequest request = get(name).range("bytes=" + position + "-").build();
    try {
      return calling("open", name, () -> connection.client().getObject(request));
    } catch (StorageException e) {
      boolean beyond =
          e.getCause() instanceof AwsServiceException refused
              && refused.statusCode() == RANGE_NOT_SATISFIABLE;
      if (beyond && position == size(name)) {
        return InputStream.nullInputStream();
      }
      throw e;
    }
  }

  @Override
  public boolean delete(String name) {
    if (!exists(name)) {
      return false;
    }
    String key = key(name);
    calling(
        "delete",
        name,
        () -> connection.client().deleteObject(request -> request.bucket(place.bucket()).key(key)));
    return true;
  }

  @Override
  public boolean exists(String name) {
    try {
      head(name);
      return true;
    } catch (MissingFileException e) {
      return false;
    }
  }

  @Override
  public long size(String name) {
    return head(name).contentLength();
  }

  @Override
  public Instant modified(String name) {
    return head(name).lastModified();
  }

  private HeadObjectResponse head(String name) {
    String key = key(name);
    return calling(
        "look up",
        name,
        () -> connection.client().headObject(request -> request.bucket(place.bucket()).key(key)));
  }

  @Override
  public String url(String name) {
    if (!place.isPublic()) {
      throw new PrivateFileException(alias, name);
    }
    String key = key(name);
    return place.baseUrl() == null
        ? connection
            .client()
            .utilities()
            .getUrl(request -> request.bucket(place.bucket()).key(key))
            .toExternalForm()
        : place.baseUrl() + FileNames.urlPath(name);
  }

  @Override
  public String temporaryUrl(String name, Duration validity) {
    checkValidity(validity);
    String fileName = name.substring(name.lastIndexOf('/') + 1);
    String kind = ContentTypes.isSafeInline(ContentTypes.byName(name)) ? "inline" : "attachment";
    GetObjectRequest request =
        get(name)
            .responseContentDisposition(kind + "; filename*=UTF-8''" + FileNames.urlPath(fileName))
            .build();
    return connection
        .presigner()
        .presignGetObject(presign -> presign.signatureDuration(validity).getObjectRequest(request))
        .url()
        .toExternalForm();
  }

  @Override
  public UploadAddress uploadAddress(String name, long size, Duration validity) {
    checkValidity(validity);
    PutObjectRequest request = writer.request(key(name)).contentLength(size).build();
    PresignedPutObjectRequest signed =
        connection
            .presigner()
            .presignPutObject(
                presign -> presign.signatureDuration(validity).putObjectRequest(request));
    Map<String, String> headers = new HashMap<>();
    signed
        .signedHeaders()
        .forEach((header, values) -> {
          if (!header.equalsIgnoreCase("host") && !header.equalsIgnoreCase("content-length")) {
            headers.put(header, String.join(",", values));
          }
        });
    return new UploadAddress(signed.url().toExternalForm(), headers);
  }

  private static void checkValidity(Duration validity) {
    if (!validity.isPositive() || validity.compareTo(MAX_VALIDITY) > 0) {
      throw new IllegalArgumentException(
          "An address at an S3 store works for at most 7 days, and not for " + validity);
    }
  }

  @Override
  public List<String> list(String folder) {
    String stem = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    String inside = stem.isEmpty() ? place.prefix() : key(stem) + "/";
    TreeSet<String> names = new TreeSet<>();
    calling(
        "list",
        folder,
        () -> {
          var pages =
              connection
                  .client()
                  .listObjectsV2Paginator(
                      request -> request.bucket(place.bucket()).prefix(inside).delimiter("/"));
          pages.contents().forEach(object -> names.add(name(object.key())));
          pages.commonPrefixes().forEach(below -> names.add(name(below.prefix())));
          return names;
        });
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  private GetObjectRequest.Builder get(String name) {
    return GetObjectRequest.builder().bucket(place.bucket()).key(key(name));
  }

  private String key(String name) {
    return place.prefix() + FileNames.check(name);
  }

  private String name(String key) {
    return key.substring(place.prefix().length());
  }

  private <T> T calling(String action, String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      if (e.statusCode() == NOT_FOUND && !isBucketMissing(e)) {
        throw new MissingFileException(alias, name);
      }
      throw failed(action, name, e.statusCode() + " " + detail(e), e);
    } catch (SdkException e) {
      throw failed(action, name, String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isBucketMissing(AwsServiceException e) {
    return e.awsErrorDetails() != null && "NoSuchBucket".equals(e.awsErrorDetails().errorCode());
  }

  private static String detail(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? String.valueOf(e.getMessage())
        : e.awsErrorDetails().errorCode() + ": " + e.awsErrorDetails().errorMessage();
  }

  private StorageException failed(String action, String name, String why, SdkException cause) {
    return new StorageException(
        "Storage \"%s\" could not %s \"%s\" in bucket %s at %s: %s"
            .formatted(alias, action, name, place.bucket(), connection.endpoint(), why),
        cause);
  }

  /** Ends the connections to the store. */
  @Override
  public void close() {
    connection.close();
  }

  @Override
  public String toString() {
    return "S3Storage[" + alias + ", " + place.bucket() + "/" + place.prefix() + "]";
  }
}
