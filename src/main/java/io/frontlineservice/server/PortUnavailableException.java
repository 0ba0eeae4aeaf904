package io.frontlineservice.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A server cannot listen on its port. Thrown at the start, explained by
 * {@link PortUnavailableAnalyzer}.
 */
public final class PortUnavailableException extends RuntimeException {

	private final @Nullable String setting;

	private final int port;

	/**
	 * Creates an exception.
	 * @param setting the setting of the port; null for the two ports of the service
	 * @param cause why the socket cannot be bound
	 */
	public PortUnavailableException(@Nullable String setting, int port, IOException cause) {
		super("Port " + port + " cannot be used: " + cause.getMessage(), cause);
		this.setting = setting;
		this.port = port;
	}

	@Nullable String setting() {
		return this.setting;
	}

	int port() {
		return this.port;
	}

}
