package io.quintet.tasks.spi;

/**
 * Why a task failed, as kept by a broker.
 *
 * @param type the class name of what was thrown
 * @param message its message; empty when it had none
 * @param trace its stack trace, as text
 */
public record Failure(String type, String message, String trace) {}
