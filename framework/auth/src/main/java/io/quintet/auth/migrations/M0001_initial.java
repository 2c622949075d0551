package io.quintet.auth.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.Migration;

/** Create model ContentType; and 3 more. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("auth", "0001_initial");
    operations(
        createModel("ContentType")
            .fields(auto("id").primaryKey(), varchar("appLabel", 100), varchar("model", 100))
            .unique("django_content_type_app_label_model_76bd3d3b_uniq", "appLabel", "model")
            .table("django_content_type"),
        createModel("Permission")
            .fields(
                auto("id").primaryKey(),
                varchar("name", 255),
                foreignKey("contentType", "auth.ContentType", OnDelete.CASCADE),
                varchar("codename", 100))
            .unique(
                "auth_permission_content_type_id_codename_01ab375a_uniq", "contentType", "codename")
            .ordering("contentType__appLabel", "contentType__model", "codename"),
        createModel("Group")
            .fields(
                auto("id").primaryKey(),
                varchar("name", 150).unique(),
                manyToMany("permissions", "auth.Permission"))
            .ordering("name"),
        createModel("User")
            .fields(
                auto("id").primaryKey(),
                varchar("password", 128),
                timestamp("lastLogin").nullable(),
                bool("isSuperuser"),
                varchar("username", 150).unique(),
                varchar("firstName", 150),
                varchar("lastName", 150),
                varchar("email", 254),
                bool("isStaff"),
                bool("isActive"),
                timestamp("dateJoined"),
                manyToMany("groups", "auth.Group"),
                manyToMany("userPermissions", "auth.Permission"))
            .ordering("username"));
  }
}
