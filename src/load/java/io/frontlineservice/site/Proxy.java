package io.frontlineservice.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The nginx of the system with the documented configuration for several instances, but
 * without TLS, and with the addresses of these instances. Used by one thread.
 */
public final class Proxy implements AutoCloseable {

	private static final Path DOCUMENTED = Path.of("src", "docs", "deploy", "nginx-cluster.conf");

	private final int port = Ports.free().service();

	private final Nginx nginx;

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
		this.nginx = new Nginx(folder, this.port, "access_log nginx-access.log; include site.conf;");
	}

	public URI url() {
		return URI.create("http://localhost:" + this.port);
	}

	/** The number of connections that an instance has closed without an answer. */
	public long brokenConnections() throws IOException {
		try (Stream<String> lines = Files.lines(this.nginx.log())) {
			return lines.filter((line) -> line.contains("prematurely closed") || line.contains("reset by peer"))
				.count();
		}
	}

	@Override
	public void close() {
		this.nginx.close();
	}

}
