/** Password hashes by argon2, scrypt and bcrypt, computed by Bouncy Castle. */
module io.quintet.bouncycastle {
  requires transitive io.quintet.core;
  requires transitive io.quintet.auth;
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports io.quintet.bouncycastle;
}
