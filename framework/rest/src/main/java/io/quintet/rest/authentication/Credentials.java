package io.quintet.rest.authentication;

import io.quintet.auth.User;

/**
 * Proof of who calls.
 *
 * @param user the user
 * @param scheme {@code session}, {@code basic}, {@code token} or one of your own
 */
public record Credentials(User user, String scheme) {}
