/** Files in an S3-compatible store. */
module io.quintet.s3 {
  requires transitive io.quintet.core;
  requires transitive io.quintet.storage;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.urlconnection;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.services.s3;
  requires software.amazon.awssdk.utils;
  requires static transitive org.jspecify;

  exports io.quintet.s3;
}
