package io.quintet.s3;

import io.quintet.core.CoreApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.storage.StorageApp;
import io.quintet.storage.StorageSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A store in this process with two buckets, and sites that keep their files there. */
final class Store implements AutoCloseable {
  private final BlobStoreContext blobs;
  private final S3Proxy proxy;

  Store(Path folder) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", folder.toString());
    blobs =
        ContextBuilder.newBuilder(new FilesystemNio2BlobApiMetadata())
            .credentials("", "")
            .overrides(properties)
            .buildView(BlobStoreContext.class);
    proxy =
        S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "the site", "its secret")
            .build();
    proxy.start();
  }

  /** Empty buckets. */
  void empty() {
    for (String bucket : new String[] {"open", "closed"}) {
      blobs.getBlobStore().createContainerInLocation(null, bucket);
      blobs.getBlobStore().clearContainer(bucket);
    }
  }

  String url() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  SiteContext.Builder site(Path folder) {
    return SiteContext.builder("test")
        .env(Map.of())
        .baseDir(folder)
        .set(CoreSettings.SECRET_KEY, "a secret for tests")
        .set(StorageSettings.BACKEND, "s3")
        .set(S3Settings.ENDPOINT, url())
        .set(S3Settings.PATH_STYLE, true)
        .set(S3Settings.ACCESS_KEY, "the site")
        .set(S3Settings.SECRET_KEY, "its secret")
        .set(S3Settings.PUBLIC_BUCKET, "open")
        .set(S3Settings.PRIVATE_BUCKET, "closed")
        .set(S3Settings.PRIVATE_PREFIX, "letters/")
        .apps(new CoreApp(), new StorageApp(), new S3App());
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
    blobs.close();
  }
}
