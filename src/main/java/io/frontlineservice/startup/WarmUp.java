package io.frontlineservice.startup;

import io.frontlineservice.twilio.RequestSigner;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sends requests to the server itself until it answers quickly, before the service is
 * ready: the first ones load classes and take up to a second. They have no path of a
 * callback and are not POST, so they need no signature, and reach neither the CRM nor the
 * log nor the metrics of callbacks. Called by Spring Boot, which tells readiness after
 * all runners. Thread-safe.
 */
@Component
@Order(0)
final class WarmUp implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(WarmUp.class);

	private static final String PATH = "/warm-up";

	private static final Duration QUICK = Duration.ofMillis(10);

	/** Quick answers in a row. */
	private static final int ENOUGH = 3;

	private static final Duration AT_MOST = Duration.ofSeconds(2);

	private final RequestSigner signer;

	private final Environment environment;

	WarmUp(RequestSigner signer, Environment environment) {
		this.signer = signer;
		this.environment = environment;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Integer port = this.environment.getProperty("local.server.port", Integer.class);
		if (port == null) {
			return;
		}
		this.signer.sign(PATH, Map.of());
		String host = this.environment.getProperty("server.address", "localhost");
		URI uri = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + PATH);
		long end = System.nanoTime() + AT_MOST.toNanos();
		try {
			for (int quick = 0; quick < ENOUGH && System.nanoTime() < end;) {
				quick = (timeOfRequest(uri).compareTo(QUICK) < 0) ? quick + 1 : 0;
			}
		}
		catch (IOException ex) {
			logger.debug("The server was not warmed up", ex);
		}
	}

	private static Duration timeOfRequest(URI uri) throws IOException {
		long start = System.nanoTime();
		HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
		connection.setConnectTimeout((int) AT_MOST.toMillis());
		connection.setReadTimeout((int) AT_MOST.toMillis());
		connection.getResponseCode();
		try (InputStream answer = connection.getErrorStream()) {
			if (answer != null) {
				answer.readAllBytes();
			}
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
