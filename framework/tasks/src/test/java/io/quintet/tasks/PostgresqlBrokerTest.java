package io.quintet.tasks;

class PostgresqlBrokerTest extends DatabaseBrokerContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
