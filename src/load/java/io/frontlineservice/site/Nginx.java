package io.frontlineservice.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The nginx of the system in a process of its own. Used by {@link Proxy}, and by runs
 * that compare the service with nginx.
 */
public final class Nginx implements AutoCloseable {

	private final int port;

	private final Path log;

	private final Process process;

	/**
	 * Starts nginx and waits until it listens.
	 * @param folder an existing folder for its files
	 * @param http what its configuration has in {@code http}
	 */
	Nginx(Path folder, int port, String http) throws IOException, InterruptedException {
		this.port = port;
		Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				master_process off;
				pid nginx.pid;
				events { }
				http {
				  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
				  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
				  %s
				}
				""".formatted(http));
		this.log = folder.resolve("nginx.log");
		this.process = new ProcessBuilder(Command.find("nginx"), "-p", folder.toString(), "-c",
				configuration.toString(), "-e", this.log.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		awaitPort();
	}

	/**
	 * Starts a server that answers every request with this JSON.
	 * @param folder an existing folder for its files
	 */
	public static Nginx answering(String json, Path folder) throws IOException, InterruptedException {
		Files.writeString(folder.resolve("answer.json"), json);
		int port = Ports.free().service();
		return new Nginx(folder, port, """
				access_log off; sendfile on; keepalive_requests 1000000000; default_type application/json;
				server {
				  listen 127.0.0.1:%d; root %s;
				  location / { try_files /answer.json =404; error_page 405 =200 /answer.json; }
				}""".formatted(port, folder));
	}

	private void awaitPort() throws IOException, InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (System.nanoTime() < end && !this.process.waitFor(20, TimeUnit.MILLISECONDS)) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), this.port).close();
				return;
			}
			catch (IOException ex) {
				// It does not listen yet.
			}
		}
		throw new IOException("nginx does not listen: " + Files.readString(this.log));
	}

	public URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	Path log() {
		return this.log;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
