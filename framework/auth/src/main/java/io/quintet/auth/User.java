package io.quintet.auth;

import io.quintet.auth.passwords.Passwords;
import io.quintet.core.SiteContext;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.annotation.AutoKey;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Help;
import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.ReadOnly;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who can log in. The table is the one that Django's auth app makes. */
@Model(ordering = "username")
@AutoKey(bits = 32)
public class User extends Entity {
  /** The hash of the password, never the password. */
  @ReadOnly
  @Size(max = 128)
  public String password = "";

  /** When the user last logged in. */
  @ReadOnly public @Nullable Instant lastLogin;

  /** Whether the user may do everything without being given permissions. */
  @Label("superuser status")
  @Help("Has every permission without being given it.")
  public boolean isSuperuser;

  /** The name to log in with. */
  @NotBlank
  @Size(max = 150)
  @Unique
  @Help("150 characters or fewer. Letters, digits and @ . + - _ only.")
  public String username = "";

  /** Given name. */
  @Blank
  @Size(max = 150)
  public String firstName = "";

  /** Family name. */
  @Blank
  @Size(max = 150)
  public String lastName = "";

  /** Where mails go. */
  @Blank
  @Email
  @Size(max = 254)
  @Label("email address")
  public String email = "";

  /** Whether the user may enter the admin. */
  @Label("staff status")
  @Help("May enter the administration.")
  public boolean isStaff;

  /** Whether the user may log in; switch this off in the place of deleting users. */
  @Label("active")
  @Help("Switch this off in the place of deleting the user.")
  public boolean isActive = true;

  /** When the account was made. */
  @ReadOnly public Instant dateJoined = Instant.EPOCH;

  /** The groups, whose permissions the user has. */
  @ManyToMany(relatedName = "users")
  public final Many<Group> groups = many();

  /** What the user may do beyond what the groups may. */
  @ManyToMany(relatedName = "users")
  public final Many<Permission> userPermissions = many();

  /** All rows. */
  public static final Manager<User> objects = Manager.of(User.class);

  /** Makes and saves a user who may do everything. */
  public static User createSuperuser(String username, String email, String password) {
    var user = new User();
    user.username = username;
    user.email = email;
    user.isStaff = true;
    user.isSuperuser = true;
    user.dateJoined = SiteContext.current().clock().instant();
    user.changePassword(password);
    user.save();
    return user;
  }

  /** Given and family name; the user name where neither is known. */
  public String fullName() {
    String full = (firstName + " " + lastName).strip();
    return full.isEmpty() ? username : full;
  }

  /** Sets a new password; call {@link #save()} afterwards. */
  public void changePassword(String newPassword) {
    password = Passwords.current().hash(newPassword);
  }

  @Override
  public String toString() {
    return username;
  }
}
