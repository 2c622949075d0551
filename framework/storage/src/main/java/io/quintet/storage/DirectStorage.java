package io.quintet.storage;

import java.time.Duration;
import java.util.Map;

/**
 * A storage that browsers can reach themselves: it makes addresses that work for a while, for one
 * file and one purpose, so that the bytes need not pass through the site.
 */
public interface DirectStorage extends Storage {
  /**
   * Where and how a browser sends one file.
   *
   * @param url the address to {@code PUT} to
   * @param headers the headers the request must carry, as they are
   */
  record UploadAddress(String url, Map<String, String> headers) {
    /** An address with a copy of the headers. */
    public UploadAddress {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * An address under which a browser may get one file for a while, public or not.
   *
   * @param name its name; it need not exist
   * @param validity how long the address works, in whole seconds
   * @return a full URL
   * @throws IllegalArgumentException if the storage cannot make addresses that live so long
   */
  String temporaryUrl(String name, Duration validity);

  /**
   * An address to which a browser may send one file of exactly this size for a while; it will be
   * served with the type that its name stands for. A file of that name is not overwritten.
   *
   * @param name the name the file gets, taken as it is
   * @param size bytes of the content
   * @param validity how long the address works, in whole seconds
   * @return where and how to send it
   * @throws IllegalArgumentException if the storage cannot make addresses that live so long
   */
  UploadAddress uploadAddress(String name, long size, Duration validity);
}
