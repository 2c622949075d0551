package io.quintet.storage;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import io.quintet.storage.UploadRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that browsers send straight to a storage. What was agreed on is signed into the address (of
 * storages that the site itself serves) and into the receipt, so nothing is kept between the steps.
 */
final class DirectUploads {
  private static final String ADDRESS = "io.quintet.storage.upload-address";
  private static final String RECEIPT = "io.quintet.storage.upload-receipt";
  private static final int MAX_TOKEN = 6000;

  /** What was agreed on. */
  private record Order(StoredFile file, long size, Instant expires) {
    List<Object> values() {
      return List.of(file.storage(), file.name(), size, expires.getEpochSecond());
    }
  }

  private final SiteContext site;

  DirectUploads(SiteContext site) {
    this.site = site;
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
    Instant expires = site.clock().instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
    Order order = new Order(file, size, expires);
    DirectStorage.UploadAddress address =
        storage instanceof DirectStorage direct
            ? direct.uploadAddress(file.name(), size, validity)
            : new DirectStorage.UploadAddress(
                site.setting(StorageSettings.SIGNED_URL) + sign(order, ADDRESS),
                Map.of("Content-Type", file.contentType()));
    return new DirectUpload(
        file, "PUT", address.url(), address.headers(), sign(order, RECEIPT), expires);
  }

  /** Saves what was sent to an address of the site. */
  void receive(Storages storages, String token, InputStream content) {
    Order order = read(token, ADDRESS);
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
    Order order = read(receipt, RECEIPT);
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

  private String sign(Order order, String purpose) {
    return Signing.dumps(order.values(), signer(purpose), false);
  }

  private Order read(String token, String purpose) {
    return verified(token, purpose)
        .orElseThrow(() ->
            new UploadRefusedException(
                Reason.EXPIRED, "The permission to send this file was made up or has expired"));
  }

  private Optional<Order> verified(String token, String purpose) {
    if (token.length() > MAX_TOKEN) {
      return Optional.empty();
    }
    try {
      return Signing.loads(token, signer(purpose)) instanceof List<?> parts
              && parts.size() == 4
              && parts.get(0) instanceof String storage
              && parts.get(1) instanceof String name
              && parts.get(2) instanceof Long size
              && parts.get(3) instanceof Long expires
              && site.clock().instant().getEpochSecond() < expires
          ? Optional.of(
              new Order(new StoredFile(storage, name), size, Instant.ofEpochSecond(expires)))
          : Optional.empty();
    } catch (BadSignature e) {
      return Optional.empty();
    }
  }

  private TimestampSigner signer(String purpose) {
    return new TimestampSigner(Signer.of(site, purpose), site.clock());
  }
}
