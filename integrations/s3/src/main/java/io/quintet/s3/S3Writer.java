package io.quintet.s3;

import io.quintet.storage.ContentTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Puts objects where none is: in one request, or in parts if they are large. */
final class S3Writer {
  private static final System.Logger LOG = System.getLogger("io.quintet.s3");

  /** Most parts of an object, and the smallest a part may be (but the last), by S3's rules. */
  private static final int MAX_PARTS = 10_000;

  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final S3Client client;
  private final String bucket;
  private final @Nullable String cacheControl;
  private final long partSize;

  S3Writer(S3Client client, String bucket, @Nullable String cacheControl, long partSize) {
    this.client = client;
    this.bucket = bucket;
    this.cacheControl = cacheControl;
    this.partSize = partSize;
  }

  static String cacheControl(boolean isPublic, Duration maxAge) {
    return isPublic ? "public, max-age=" + maxAge.toSeconds() : "private, no-store";
  }

  /** What a new object is and how browsers are to take it. */
  PutObjectRequest.Builder request(String key) {
    String type = ContentTypes.byName(key);
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(type)
            .cacheControl(cacheControl)
            .ifNoneMatch("*");
    return ContentTypes.isSafeInline(type) ? request : request.contentDisposition("attachment");
  }

  /** Puts an object; false if there is one of that key. */
  boolean putNew(String key, Spool content) {
    try {
      if (content.size() <= partSize) {
        client.putObject(request(key).build(), content.whole());
      } else {
        putParts(key, content);
      }
      return true;
    } catch (AwsServiceException e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private void putParts(String key, Spool content) {
    PutObjectRequest whole = request(key).build();
    String upload =
        client
            .createMultipartUpload(request ->
                request
                    .bucket(bucket)
                    .key(key)
                    .contentType(whole.contentType())
                    .contentDisposition(whole.contentDisposition())
                    .cacheControl(whole.cacheControl()))
            .uploadId();
    try {
      List<CompletedPart> parts = sendParts(key, upload, content);
      client.completeMultipartUpload(request ->
          request
              .bucket(bucket)
              .key(key)
              .uploadId(upload)
              .ifNoneMatch("*")
              .multipartUpload(completed -> completed.parts(parts)));
    } catch (RuntimeException e) {
      abort(key, upload);
      throw e;
    }
  }

  private List<CompletedPart> sendParts(String key, String upload, Spool content) {
    long size = Math.max(partSize, Math.ceilDiv(content.size(), MAX_PARTS));
    List<CompletedPart> parts = new ArrayList<>();
    for (long from = 0; from < content.size(); from += size) {
      int number = parts.size() + 1;
      long length = Math.min(size, content.size() - from);
      String tag =
          client
              .uploadPart(
                  request -> request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                  content.part(from, length))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }
    return parts;
  }

  private void abort(String key, String upload) {
    try {
      client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The parts of \"" + key + "\" in bucket " + bucket + " could not be removed",
          e);
    }
  }
}
