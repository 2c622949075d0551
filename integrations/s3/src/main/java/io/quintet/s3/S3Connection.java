package io.quintet.s3;

import io.quintet.core.SiteContext;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The clients of a site for its store. Checksums beyond HTTP's own are left to stores that ask. */
record S3Connection(S3Client client, S3Presigner presigner, String endpoint)
    implements AutoCloseable {

  static S3Connection of(SiteContext site) {
    Region region = Region.of(site.setting(S3Settings.REGION));
    AwsCredentialsProvider credentials = credentials(site);
    S3Configuration configuration =
        S3Configuration.builder()
            .pathStyleAccessEnabled(site.setting(S3Settings.PATH_STYLE))
            .chunkedEncodingEnabled(false)
            .build();
    Duration timeout = site.setting(S3Settings.TIMEOUT);
    var client =
        S3Client.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(configuration)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(timeout)
                    .socketTimeout(timeout)
                    .build());
    var presigner =
        S3Presigner.builder()
            .region(region)
            .credentialsProvider(credentials)
            .serviceConfiguration(configuration);
    String endpoint = site.setting(S3Settings.ENDPOINT);
    if (!endpoint.isEmpty()) {
      client.endpointOverride(URI.create(endpoint));
      presigner.endpointOverride(URI.create(endpoint));
    }
    return new S3Connection(
        client.build(),
        presigner.build(),
        endpoint.isEmpty() ? "Amazon S3 in " + region.id() : endpoint);
  }

  private static AwsCredentialsProvider credentials(SiteContext site) {
    String accessKey = site.setting(S3Settings.ACCESS_KEY);
    return accessKey.isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(accessKey, site.setting(S3Settings.SECRET_KEY)));
  }

  @Override
  public void close() {
    presigner.close();
    client.close();
  }
}
