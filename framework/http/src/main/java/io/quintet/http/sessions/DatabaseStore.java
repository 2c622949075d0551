package io.quintet.http.sessions;

import static io.quintet.http.sessions.QStoredSession.storedSession;

import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in the table that Django uses, in its form, so that both can serve one visitor. */
final class DatabaseStore implements SessionStore {
  private static final String SALT = "django.contrib.sessions.SessionStore";

  private final SiteContext site;

  DatabaseStore(SiteContext site) {
    this.site = site;
  }

  @Override
  public Optional<Map<String, @Nullable Object>> load(String key) {
    if (!Sessions.isKey(key)) {
      return Optional.empty();
    }
    return StoredSession.objects
        .filter(
            storedSession.sessionKey.eq(key), storedSession.expireDate.gt(site.clock().instant()))
        .first()
        .flatMap(row -> decode(row.sessionData));
  }

  @Override
  public String create(Map<String, @Nullable Object> data, Duration age) {
    StoredSession row = new StoredSession();
    row.sessionKey = Sessions.newKey();
    row.sessionData = encode(data);
    row.expireDate = site.clock().instant().plus(age);
    StoredSession.objects.create(row);
    return row.sessionKey;
  }

  @Override
  public Optional<String> update(String key, Map<String, @Nullable Object> data, Duration age) {
    int rows =
        StoredSession.objects
            .filter(storedSession.sessionKey.eq(key))
            .update(
                storedSession.sessionData.set(encode(data)),
                storedSession.expireDate.set(site.clock().instant().plus(age)));
    return rows == 0 ? Optional.empty() : Optional.of(key);
  }

  @Override
  public void delete(String key) {
    StoredSession.objects.filter(storedSession.sessionKey.eq(key)).delete();
  }

  @Override
  public int clearExpired() {
    long rows =
        StoredSession.objects.filter(storedSession.expireDate.lt(site.clock().instant())).delete();
    return Math.toIntExact(rows);
  }

  private String encode(Map<String, @Nullable Object> data) {
    return Signing.dumps(data, signer(), true);
  }

  private Optional<Map<String, @Nullable Object>> decode(String data) {
    try {
      return Signing.loads(data, signer()) instanceof Map<?, ?> map
          ? Optional.of(CookieStore.copy(map))
          : Optional.empty();
    } catch (BadSignature changedOrOldKey) {
      return Optional.empty();
    }
  }

  private TimestampSigner signer() {
    return new TimestampSigner(Signer.of(site, SALT), site.clock());
  }
}
