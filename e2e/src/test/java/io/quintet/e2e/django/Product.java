package io.quintet.e2e.django;

/** The databases in which a site made with Django may be. */
enum Product {
  SQLITE,
  POSTGRESQL,
  MARIADB
}
