package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.Group;
import io.quintet.auth.Permission;
import io.quintet.auth.Permissions;
import io.quintet.auth.User;
import io.quintet.auth.passwords.Passwords;
import io.quintet.http.Response;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserAdminTest {
  private static final String USERS = "/admin/auth/user/";
  private static final String NEW = "quite-another-secret";

  @TempDir Path folder;
  private Library library;

  @BeforeEach
  void open() {
    library = Library.open(folder);
  }

  @AfterEach
  void close() {
    library.close();
  }

  private User user(String name) {
    return library.call(() -> User.objects.get("username", name));
  }

  private boolean verifies(String password, String name) {
    return library.<Boolean>call(() -> Passwords.current().verify(password, user(name).password));
  }

  @Test
  void aUserIsAddedWithAPasswordAndEditedFurther() {
    Browser root = library.superuser();
    Response response =
        root.post(
            USERS + "add/",
            "username",
            "jo",
            "email",
            "jo@example.org",
            "password1",
            NEW,
            "password2",
            NEW,
            "isSuperuser",
            "on",
            "_save",
            "1");
    assertThat(response.header("Location").orElseThrow()).endsWith("/change/");
    assertThat(verifies(NEW, "jo")).isTrue();
    assertThat(user("jo").isSuperuser).as("the first form does not ask for it").isFalse();
    assertThat(user("jo").dateJoined).isEqualTo(Library.NOW);
  }

  @Test
  void aWeakOrMistypedPasswordIsRefused() {
    Browser root = library.superuser();
    Document weak =
        Browser.parse(
            root.post(USERS + "add/", "username", "jo", "password1", "123", "password2", "123"));
    assertThat(weak.select("#id_password1_error")).isNotEmpty();
    Document differ =
        Browser.parse(
            root.post(USERS + "add/", "username", "jo", "password1", NEW, "password2", NEW + "x"));
    assertThat(differ.select("#id_password2_error").text()).contains("differ");
    Document taken =
        Browser.parse(
            root.post(USERS + "add/", "username", "root", "password1", NEW, "password2", NEW));
    assertThat(taken.select("#id_username_error").text()).contains("already exists");
    assertThat(library.<Long>call(() -> User.objects.count())).isEqualTo(1);
  }

  @Test
  void theHashIsNeverShownAndCannotBeSet() {
    Browser root = library.superuser();
    User jo = library.user("jo", user -> {});
    String change = USERS + jo.id + "/change/";
    assertThat(root.get(change).text()).doesNotContain(jo.password).doesNotContain("pbkdf2");
    assertThat(root.get(USERS).text()).doesNotContain("pbkdf2");
    root.post(
        change, "username", "jo", "isActive", "on", "password", "x", "lastLogin", "2020-01-01");
    assertThat(user("jo").password).isEqualTo(jo.password);
    assertThat(user("jo").lastLogin).isNull();
    Browser viewer = library.staff("viewer", "auth.view_user");
    assertThat(viewer.get(change).text()).doesNotContain("pbkdf2");
  }

  @Test
  void thePasswordIsSetOnAPageOfItsOwn() {
    Browser root = library.superuser();
    User jo = library.user("jo", user -> {});
    Browser jos = library.visitor().login("jo");
    Document form = root.page(USERS + jo.id + "/change/");
    String page = form.select(".read-only a").attr("href");
    assertThat(page).isEqualTo(USERS + jo.id + "/password/");
    assertThat(root.page(page).text()).contains("For the user jo");
    root.post(page, "new_password1", NEW, "new_password2", NEW);
    assertThat(verifies(NEW, "jo")).isTrue();
    assertThat(jos.get("/admin/").status()).as("logged out everywhere").isEqualTo(302);
    assertThat(root.get("/admin/").status()).isEqualTo(200);
    assertThat(root.page(USERS + jo.id + "/history/").text()).contains("Changed Password.");
  }

  @Test
  void groupsAndPermissionsAreGiven() {
    Browser root = library.superuser();
    long permission =
        library.<Long>call(() -> Permissions.find("library.view_book").orElseThrow().id);
    Response added =
        root.post(
            "/admin/auth/group/add/", "name", "Readers", "permissions", String.valueOf(permission));
    assertThat(added.status()).isEqualTo(302);
    Group readers = library.call(() -> Group.objects.get("name", "Readers"));
    User jo = library.user("jo", user -> {});
    root.post(
        USERS + jo.id + "/change/",
        "username",
        "jo",
        "isActive",
        "on",
        "isStaff",
        "on",
        "groups",
        String.valueOf(readers.id));
    assertThat(library.<Boolean>call(() -> Permissions.has(user("jo"), "library.view_book")))
        .isTrue();
  }

  @Test
  void whoIsNoSuperuserCannotMakeOneNorGiveRights() {
    User jo = library.user("jo", user -> {});
    Browser clerk = library.staff("clerk", "auth.change_user", "auth.view_user");
    Permission permission = library.call(() -> Permissions.find("library.view_book").orElseThrow());
    Response saved =
        clerk.post(
            USERS + jo.id + "/change/",
            "username",
            "joanna",
            "isActive",
            "on",
            "isStaff",
            "on",
            "isSuperuser",
            "on",
            "userPermissions",
            String.valueOf(permission.id));
    assertThat(saved.status()).isEqualTo(302);
    assertThat(user("joanna").isSuperuser).isFalse();
    assertThat(library.<Long>call(() -> user("joanna").userPermissions.count())).isZero();
  }

  @Test
  void whoIsNoSuperuserCannotTouchASuperuser() {
    User root = library.user("root", user -> user.isSuperuser = true);
    Browser clerk =
        library.staff("clerk", "auth.change_user", "auth.view_user", "auth.delete_user");
    assertThat(clerk.post(USERS + root.id + "/change/", "username", "x").status()).isEqualTo(403);
    assertThat(
            clerk
                .post(USERS + root.id + "/password/", "new_password1", NEW, "new_password2", NEW)
                .status())
        .isEqualTo(403);
    assertThat(clerk.post(USERS + root.id + "/delete/", "confirm", "1").status()).isEqualTo(403);
    assertThat(
            clerk
                .post(USERS, "action", "delete_selected", "selectAll", "1", "confirm", "1")
                .status())
        .isEqualTo(403);
  }

  @Test
  void nobodyDeletesThemselves() {
    Browser root = library.superuser();
    assertThat(root.get(USERS + user("root").id + "/delete/").status()).isEqualTo(403);
    assertThat(root.page(USERS + user("root").id + "/change/").select("a[href$=/delete/]"))
        .isEmpty();
  }
}
