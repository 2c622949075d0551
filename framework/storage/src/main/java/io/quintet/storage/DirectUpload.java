package io.quintet.storage;

import java.time.Instant;
import java.util.Map;

/**
 * The permission to send one file straight to a storage. The browser sends the content with {@code
 * method} and {@code headers} to {@code url}, then posts the {@code receipt} in place of the file;
 * the site turns it into the stored file with {@link Storages#claim}.
 *
 * @param file the file it will be; not there yet
 * @param method {@code PUT}
 * @param url a path of the site or a full URL of the store
 * @param headers what the request must carry besides the content
 * @param receipt a signed text, safe in a form
 * @param expires when address and receipt stop to work
 */
public record DirectUpload(
    StoredFile file,
    String method,
    String url,
    Map<String, String> headers,
    String receipt,
    Instant expires) {
  /** A permission with a copy of the headers. */
  public DirectUpload {
    headers = Map.copyOf(headers);
  }
}
