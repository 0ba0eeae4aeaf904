package io.frontlineservice.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts the sandbox again with customers from another source, in this process and on the
 * same ports. Called by the page. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
public final class SandboxRestart {

	/** Each port that stays, by the property of the port in use. */
	private static final Map<String, String> PORTS = Map.of("local.server.port", "server.port", "local.management.port",
			"management.server.port");

	/** Empty until the sandbox has started, and while it restarts. */
	private final AtomicReference<@Nullable ApplicationStartedEvent> running = new AtomicReference<>();

	@EventListener
	void started(ApplicationStartedEvent event) {
		this.running.set(event);
	}

	/**
	 * Begins to restart the sandbox, and returns at once. Running requests are answered
	 * before the server stops. If the new start fails, the process ends with exit code 1.
	 * @return false if the sandbox is still starting, or restarts already
	 */
	public boolean begin(CrmSource source) {
		ApplicationStartedEvent former = this.running.getAndSet(null);
		if (former == null) {
			return false;
		}
		// Threads of requests are daemons, and their class loader ends with the server.
		Thread thread = new Thread(null, () -> restart(former, source), "sandbox-restart", 0, false);
		thread.setDaemon(false);
		thread.setContextClassLoader(SandboxRestart.class.getClassLoader());
		thread.start();
		return true;
	}

	private static void restart(ApplicationStartedEvent former, CrmSource source) {
		String[] arguments = arguments(former, source);
		try {
			former.getApplicationContext().close();
			former.getSpringApplication().run(arguments);
		}
		catch (RuntimeException | Error ex) {
			// Spring Boot has logged the reason, if it is one of the start.
			System.err.println("The sandbox could not restart with frontline.crm.adapter=" + source.adapter() + " ("
					+ ex.getClass().getSimpleName() + "). It has stopped. Start it again.");
			System.exit(1);
		}
	}

	private static String[] arguments(ApplicationStartedEvent former, CrmSource source) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("--" + SandboxCrm.ADAPTER, source.adapter());
		Environment environment = former.getApplicationContext().getEnvironment();
		PORTS.forEach((used, setting) -> {
			String port = environment.getProperty(used);
			if (port != null) {
				settings.put("--" + setting, port);
			}
		});
		// Spring would join the values of two arguments with the same name.
		Stream<String> others = Arrays.stream(former.getArgs())
			.filter((it) -> !settings.containsKey(it.split("=", 2)[0]));
		return Stream
			.concat(others, settings.entrySet().stream().map((setting) -> setting.getKey() + "=" + setting.getValue()))
			.toArray(String[]::new);
	}

}
