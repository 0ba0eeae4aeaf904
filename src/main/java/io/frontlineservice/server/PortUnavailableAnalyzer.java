package io.frontlineservice.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Explains which setting has a port or an address that cannot be used, and how to change
 * it, without a stack trace. Called by Spring Boot, before its own analyzer, which names
 * no setting.
 */
final class PortUnavailableAnalyzer extends AbstractFailureAnalyzer<PortUnavailableException> implements Ordered {

	private static final String MAIN = "server.";

	private static final String MANAGEMENT = "management.server.";

	private static final int PRIVILEGED = 1024;

	private final Environment environment;

	PortUnavailableAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortUnavailableException cause) {
		String reason = String.valueOf(Objects.requireNonNull(cause.getCause()).getMessage()).toLowerCase(Locale.ROOT);
		String prefix = (cause.port() == port(MANAGEMENT)) ? MANAGEMENT : MAIN;
		if (cause.setting() != null) {
			return taken(List.of(new Setting(cause.setting(), null, cause.port())), cause);
		}
		if (reason.contains("assign")) {
			return foreignAddress(prefix + "address", cause);
		}
		if (reason.contains("permission")) {
			Setting setting = setting(prefix, cause.port());
			return new FailureAnalysis(setting + ": this process may not listen on a port below " + PRIVILEGED + ".",
					"Choose a port of " + PRIVILEGED + " or higher: " + setting.advice()
							+ ". A proxy can listen on the other port and forward to it.",
					cause);
		}
		return taken(takenPorts(prefix, cause.port()), cause);
	}

	/** If another instance has the first port, it usually has the second one, too. */
	private List<Setting> takenPorts(String prefix, int port) {
		List<Setting> taken = new ArrayList<>(List.of(setting(prefix, port)));
		if (prefix.equals(MAIN) && isTaken(port(MANAGEMENT))) {
			taken.add(setting(MANAGEMENT, port(MANAGEMENT)));
		}
		return taken;
	}

	private static FailureAnalysis taken(List<Setting> settings, PortUnavailableException cause) {
		String description = settings.stream()
			.map((it) -> it + ": another program listens on this port.")
			.collect(Collectors.joining(System.lineSeparator()));
		String advice = settings.stream()
			.map((it) -> "  " + it.advice())
			.collect(Collectors.joining(System.lineSeparator()));
		return new FailureAnalysis(description,
				"Stop the other program, which may be this service, or choose another port:" + System.lineSeparator()
						+ advice,
				cause);
	}

	private FailureAnalysis foreignAddress(String key, PortUnavailableException cause) {
		return new FailureAnalysis(
				key + " (" + variable(key) + ") is " + this.environment.getProperty(key)
						+ ": this machine does not have this address.",
				"Set it to 127.0.0.1 to listen on this machine only, to 0.0.0.0 to listen on all addresses, or to one "
						+ "address of this machine.",
				cause);
	}

	/** {@code SERVER_PORT}, if it is set, takes precedence over {@code PORT}. */
	private Setting setting(String prefix, int port) {
		String key = prefix + "port";
		boolean isShort = prefix.equals(MAIN) && !this.environment.containsProperty(variable(key));
		return new Setting(key, isShort ? "PORT" : null, port);
	}

	private int port(String prefix) {
		return this.environment.getProperty(prefix + "port", Integer.class, -1);
	}

	private boolean isTaken(int port) {
		if (port <= 0) {
			return false;
		}
		String address = this.environment.getProperty(MANAGEMENT + "address");
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind((address != null) ? new InetSocketAddress(address, port) : new InetSocketAddress(port));
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private static String variable(String key) {
		return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	/**
	 * A setting of a port.
	 *
	 * @param variable the environment variable that sets it; null for the usual name
	 * @param port its value
	 */
	private record Setting(String key, @Nullable String variable, int port) {

		private String name() {
			return (this.variable != null) ? this.variable : PortUnavailableAnalyzer.variable(this.key);
		}

		/** Returns how to set another port. */
		String advice() {
			int other = (this.port < PRIVILEGED) ? this.port + 8000 : this.port + ((this.port > 65_000) ? -10 : 10);
			return name() + "=" + other + " in the environment, or the argument --" + this.key + "=" + other;
		}

		@Override
		public String toString() {
			return this.key + " (" + name() + ") is " + this.port;
		}

	}

}
