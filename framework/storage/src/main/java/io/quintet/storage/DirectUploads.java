package io.quintet.storage;

import io.quintet.core.SiteContext;
import io.quintet.storage.UploadRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that browsers send straight to a storage. What was agreed on is signed into the address (of
 * storages that the site itself serves) and into the receipt, so nothing is kept between the steps.
 */
final class DirectUploads {
  private static final int MAX_TOKEN = 6000;

  /** What was agreed on. */
  private record Order(StoredFile file, long size) {}

  private final SiteContext site;
  private final ExpiringTokens addresses;
  private final ExpiringTokens receipts;

  DirectUploads(SiteContext site) {
    this.site = site;
    this.addresses = new ExpiringTokens(site, "io.quintet.storage.upload-address", MAX_TOKEN);
    this.receipts = new ExpiringTokens(site, "io.quintet.storage.upload-receipt", MAX_TOKEN);
  }

  DirectUpload permit(Storage storage, String name, long size, Duration validity) {
    if (!validity.isPositive()) {
      throw new IllegalArgumentException(
          "An upload address must be valid for some time, not for " + validity);
    }
    if (size < 0) {
      throw new IllegalArgumentException("A file cannot have " + size + " bytes");
    }
    StoredFile file = new StoredFile(storage.alias(), FileNames.alternative(FileNames.valid(name)));
    Instant expires = ExpiringTokens.after(site, validity);
    List<Object> order = List.of(file.storage(), file.name(), size);
    DirectStorage.UploadAddress address =
        storage instanceof DirectStorage direct
            ? direct.uploadAddress(file.name(), size, validity)
            : new DirectStorage.UploadAddress(
                site.setting(StorageSettings.SIGNED_URL) + addresses.sign(order, expires),
                Map.of("Content-Type", file.contentType()));
    return new DirectUpload(
        file, "PUT", address.url(), address.headers(), receipts.sign(order, expires), expires);
  }

  /** Saves what was sent to an address of the site. */
  void receive(Storages storages, String token, InputStream content) {
    Order order = read(token, addresses);
    Storage storage = storages.get(order.file.storage());
    if (storage.exists(order.file.name())) {
      throw taken(order);
    }
    StoredFile saved = storage.save(order.file.name(), new ExactLength(content, order.size));
    if (!saved.equals(order.file)) {
      saved.delete();
      throw taken(order);
    }
  }

  private static UploadRefusedException taken(Order order) {
    return new UploadRefusedException(
        Reason.TAKEN, "The file \"" + order.file.name() + "\" was sent already");
  }

  StoredFile claim(Storages storages, String receipt) {
    Order order = read(receipt, receipts);
    Storage storage = storages.get(order.file.storage());
    String name = order.file.name();
    if (!storage.exists(name)) {
      throw new UploadRefusedException(
          Reason.MISSING, "The file \"" + name + "\" was announced, but never sent");
    }
    long size = storage.size(name);
    if (size != order.size) {
      storage.delete(name);
      throw new UploadRefusedException(
          Reason.SIZE,
          "The file \"%s\" has %d bytes; %d were announced".formatted(name, size, order.size));
    }
    if (!ContentTypes.agrees(order.file.contentType(), head(storage, name))) {
      storage.delete(name);
      throw new UploadRefusedException(
          Reason.CONTENT,
          "The content of \"%s\" is no %s".formatted(name, order.file.contentType()));
    }
    return order.file;
  }

  private static byte[] head(Storage storage, String name) {
    try (InputStream in = storage.open(name)) {
      return in.readNBytes(ContentTypes.SNIFF_BYTES);
    } catch (IOException e) {
      throw new StorageException("The file \"" + name + "\" could not be read", e);
    }
  }

  private static Order read(String token, ExpiringTokens tokens) {
    return tokens
        .read(token)
        .flatMap(DirectUploads::order)
        .orElseThrow(() ->
            new UploadRefusedException(
                Reason.EXPIRED, "The permission to send this file was made up or has expired"));
  }

  private static Optional<Order> order(List<?> parts) {
    return parts.size() == 3
            && parts.get(0) instanceof String storage
            && parts.get(1) instanceof String name
            && parts.get(2) instanceof Long size
        ? Optional.of(new Order(new StoredFile(storage, name), size))
        : Optional.empty();
  }
}
