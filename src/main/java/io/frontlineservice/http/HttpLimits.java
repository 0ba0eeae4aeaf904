package io.frontlineservice.http;

import java.time.Duration;

/**
 * The timeouts of a call's parts, and the limits of concurrent calls and of a response's
 * size. Used by {@link Transport}. Immutable.
 *
 * @param connection the longest wait for a connection of the pool
 * @param connect the longest wait to connect to one address
 * @param handshake the longest wait for each message of the TLS handshake
 * @param response the longest wait for each part of the response
 * @param total the limit of all these together
 * @param atOnce the limit of concurrent calls
 * @param bytes the limit of a response's body
 */
public record HttpLimits(Duration connection, Duration connect, Duration handshake, Duration response, Duration total,
		int atOnce, int bytes) {
}
