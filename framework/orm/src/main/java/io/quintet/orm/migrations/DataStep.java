package io.quintet.orm.migrations;

/** A step of a migration that works on rows, in Java. */
@FunctionalInterface
public interface DataStep {
  /**
   * Does the work, within the transaction of the migration where the database allows. Whatever it
   * throws ends the migration.
   */
  void run(MigrationContext context) throws Exception;
}
