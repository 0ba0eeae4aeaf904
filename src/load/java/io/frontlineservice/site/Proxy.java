package io.frontlineservice.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The nginx of the system with the documented configuration for several instances, but
 * without TLS, and with the addresses of these instances. Used by one thread.
 */
public final class Proxy implements AutoCloseable {

	private static final Path DOCUMENTED = Path.of("src", "docs", "deploy", "nginx-cluster.conf");

	private final int port = Ports.free().service();

	private final Path log;

	private final Process process;

	/**
	 * Starts nginx and waits until it listens.
	 * @param folder an existing folder for its files
	 */
	public Proxy(Path folder, List<Instance> instances) throws IOException, InterruptedException {
		String site = Files.readString(DOCUMENTED)
			.replace("listen 443 ssl;", "listen 127.0.0.1:" + this.port + ";")
			.replaceAll("ssl_\\w+ .*;", "");
		for (int i = 0; i < instances.size(); i++) {
			site = site.replace("172.30.16.1" + (i + 1) + ":8080", "127.0.0.1:" + instances.get(i).url().getPort());
		}
		Files.writeString(folder.resolve("site.conf"), site);
		Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				master_process off;
				pid %1$s/nginx.pid;
				events { }
				http {
				  access_log %1$s/nginx-access.log;
				  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
				  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
				  include %1$s/site.conf;
				}
				""".formatted(folder));
		this.log = folder.resolve("nginx.log");
		this.process = new ProcessBuilder(Command.find("nginx"), "-c", configuration.toString(), "-e",
				this.log.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
		awaitPort();
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

	/** The number of connections that an instance has closed without an answer. */
	public long brokenConnections() throws IOException {
		try (Stream<String> lines = Files.lines(this.log)) {
			return lines.filter((line) -> line.contains("prematurely closed") || line.contains("reset by peer"))
				.count();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
