/** Tests of a site: client, live server, captured mails and tasks, counted queries. */
module io.quintet.testing {
  requires transitive io.quintet;
  requires static transitive org.jspecify;

  exports io.quintet.testing;
}
