package io.frontlineservice.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One instance of the service: the real jar in a process of its own, which is started,
 * killed and restarted. Used by one thread; {@link #kill} may be called by any thread.
 */
public final class Instance {

	private static final long TIMEOUT = TimeUnit.MINUTES.toNanos(5);

	private final String name;

	private final Ports ports;

	private final Program program;

	private final Path folder;

	private final Map<String, String> environment;

	private final Uptime uptime;

	private volatile Process process;

	private volatile boolean ready;

	/** Creates an instance without starting it. */
	public Instance(String name, Program program, Path folder, Map<String, String> environment, Uptime uptime) {
		this.name = name;
		this.ports = Ports.free();
		this.program = program;
		this.folder = folder;
		this.environment = new HashMap<>(environment);
		this.environment.put("PORT", String.valueOf(this.ports.service()));
		this.environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(this.ports.management()));
		this.uptime = uptime;
	}

	public URI url() {
		return URI.create("http://localhost:" + this.ports.service());
	}

	/** The user name with which it calls Twilio. */
	public String user() {
		return this.environment.getOrDefault("FRONTLINE_TWILIO_API_KEY", this.environment.get("TWILIO_ACCOUNT_SID"));
	}

	/** The process that was started last. */
	public ProcessHandle process() {
		return this.process.toHandle();
	}

	/** Starts the process without waiting for it. */
	public void start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.program.command());
		builder.directory(this.folder.toFile()).redirectErrorStream(true);
		builder.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve(this.name + ".log").toFile()));
		builder.environment().clear();
		builder.environment().putAll(this.environment);
		this.process = builder.start();
	}

	/** Waits until the readiness endpoint answers 200. */
	public void awaitReady() throws InterruptedException {
		long end = System.nanoTime() + TIMEOUT;
		while (!isReadyNow()) {
			if (System.nanoTime() > end || this.process.waitFor(20, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(
						"Instance " + this.name + " did not start: see its log in " + this.folder);
			}
		}
		this.ready = true;
		this.uptime.ready();
	}

	private boolean isReadyNow() {
		try {
			URI readiness = URI.create("http://localhost:" + this.ports.management() + "/actuator/health/readiness");
			HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(2000);
			try (InputStream answer = connection.getInputStream()) {
				return answer.read() >= 0 && connection.getResponseCode() == 200;
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether events should be sent to this instance. */
	public boolean isReady() {
		return this.ready;
	}

	/** Ends the process as {@code kill -9} does, and waits until it is gone. */
	public void kill() {
		// Another thread may start the next process before this one has ended.
		Process victim = this.process;
		if (victim == null) {
			return;
		}
		victim.destroyForcibly();
		boolean interrupted = false;
		while (victim.isAlive()) {
			try {
				victim.waitFor();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		gone();
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Sends SIGTERM, as a container runtime does. */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Waits until the process has ended.
	 * @return its exit code; -1 if it has not ended within this time
	 */
	public int awaitEnd(long seconds) throws InterruptedException {
		boolean ended = this.process.waitFor(seconds, TimeUnit.SECONDS);
		if (ended) {
			gone();
		}
		return ended ? this.process.exitValue() : -1;
	}

	/** Stops the process with SIGSTOP and sends no more events to it. */
	public void pause() throws IOException {
		gone();
		signal("-STOP");
	}

	/** Resumes the process. */
	public void resume() throws IOException {
		signal("-CONT");
		this.ready = true;
		this.uptime.ready();
	}

	private void signal(String signal) throws IOException {
		new ProcessBuilder("kill", signal, String.valueOf(this.process.pid())).inheritIO().start().onExit().join();
	}

	private synchronized void gone() {
		if (this.ready) {
			this.ready = false;
			this.uptime.gone();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
