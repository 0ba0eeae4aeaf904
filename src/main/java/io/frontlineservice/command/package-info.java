/**
 * The command line: what {@code java -jar} does with its first argument. Each room that
 * has a command implements {@link Command} and registers it in
 * {@code META-INF/spring.factories}.
 */
@NullMarked
package io.frontlineservice.command;

import org.jspecify.annotations.NullMarked;
