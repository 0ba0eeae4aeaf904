package io.frontlineservice.twilio;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.frontlineservice.SignedRequest;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A real nginx from the path, with a documented configuration except its port, the files
 * of its certificate, and the addresses of the service. Used by {@link NginxTests} and
 * {@link ClusterNginxTests}.
 */
final class Nginx implements AutoCloseable {

	private static final Path DOCUMENTED = Path.of("src/docs/deploy");

	private static final String PASSWORD = "password";

	private final Process process;

	private final int port;

	private final HttpClient client;

	private Nginx(Process process, int port, HttpClient client) {
		this.process = process;
		this.port = port;
		this.client = client;
	}

	/** Skips the test without nginx. CI installs it. */
	static void assumeInstalled() {
		assumeTrue(executable().isPresent(), "There is no nginx on the path: apt-get install nginx");
	}

	/**
	 * Starts nginx for one instance, and waits until it listens.
	 * @param folder an empty folder for its files
	 * @param service the URL that it forwards to
	 * @param directive a further directive of the server block; may be empty
	 */
	static Nginx start(Path folder, String service, String directive) throws Exception {
		String site = Files.readString(DOCUMENTED.resolve("nginx.conf"));
		return start(folder, site.replace("http://frontline:8080", service)
			.replace("server_tokens off;", "server_tokens off; " + directive));
	}

	/**
	 * Starts nginx for two instances, and waits until it listens.
	 * @param folder an empty folder for its files
	 * @param first the port of the first instance
	 * @param second the port of the second instance
	 */
	static Nginx startForInstances(Path folder, int first, int second) throws Exception {
		String site = Files.readString(DOCUMENTED.resolve("nginx-cluster.conf"));
		return start(folder, site.replace("172.30.16.11:8080", "127.0.0.1:" + first)
			.replace("172.30.16.12:8080", "127.0.0.1:" + second));
	}

	private static Nginx start(Path folder, String documented) throws Exception {
		KeyStore certificate = certificate(folder);
		int port = freePort();
		String site = documented.replace("/etc/nginx/tls", folder.toString())
			.replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
		Files.writeString(folder.resolve("site.conf"), site);
		Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
				daemon off;
				master_process off;
				pid %1$s/pid;
				events { }
				http {
				  access_log off;
				  client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
				  uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
				  include %1$s/site.conf;
				}
				""".formatted(folder));
		File log = folder.resolve("error.log").toFile();
		Process process = new ProcessBuilder(executable().orElseThrow().toString(), "-c", configuration.toString(),
				"-e", log.getPath())
			.redirectErrorStream(true)
			.redirectOutput(log)
			.start();
		awaitPort(process, port, log.toPath());
		return new Nginx(process, port, HttpClient.newBuilder().sslContext(trusting(certificate)).build());
	}

	/** Posts a form over TLS, signed if it is signed. */
	HttpResponse<String> post(SignedRequest form, String path) throws IOException, InterruptedException {
		return send(form.request("https://localhost:" + this.port + path));
	}

	HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return this.client.send(request, BodyHandlers.ofString());
	}

	String url() {
		return "https://localhost:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

	private static void awaitPort(Process process, int port, Path log) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (System.nanoTime() < end && !process.waitFor(20, TimeUnit.MILLISECONDS)) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), port).close();
				return;
			}
			catch (IOException ex) {
				// It does not listen yet.
			}
		}
		process.destroyForcibly();
		throw new IllegalStateException("nginx does not listen: " + Files.readString(log));
	}

	/** Writes a self-signed certificate and its key, as nginx reads them. */
	private static KeyStore certificate(Path folder) throws Exception {
		Path file = folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "nginx", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost", "-keystore", file.toString(), "-storepass", PASSWORD)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (keytool.waitFor() != 0) {
			throw new IllegalStateException("keytool failed");
		}
		KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
		writePem(folder.resolve("fullchain.pem"), "CERTIFICATE", keys.getCertificate("nginx").getEncoded());
		writePem(folder.resolve("privkey.pem"), "PRIVATE KEY",
				keys.getKey("nginx", PASSWORD.toCharArray()).getEncoded());
		return keys;
	}

	private static void writePem(Path file, String type, byte[] content) throws IOException {
		Files.writeString(file, "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
				+ "\n-----END " + type + "-----\n");
	}

	private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		trusted.setCertificateEntry("nginx", keys.getCertificate("nginx"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	/** A port that no server listens on. */
	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static Optional<Path> executable() {
		return List.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator))
			.stream()
			.map((folder) -> Path.of(folder, "nginx"))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
