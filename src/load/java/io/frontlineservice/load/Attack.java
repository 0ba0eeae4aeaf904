package io.frontlineservice.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Attacks a service on loopback with requests that are not signed, and measures the
 * response times of signed requests meanwhile. {@code src/load/attack.sh} runs it.
 */
public final class Attack {

	private static final int LARGE = 250_000;

	private static final long DRIP = 2_000;

	private static final Map<String, String> FORM = new TreeMap<>(
			Map.of("Location", "GetCustomersList", "PageSize", "30", "Worker", "ada@example.com"));

	private final int port;

	private final String publicUrl;

	private final String token;

	private volatile boolean over;

	private Attack(int port, String publicUrl, String token) {
		this.port = port;
		this.publicUrl = publicUrl;
		this.token = token;
	}

	/**
	 * The arguments are kind, connections, seconds, port, public URL, token, and the
	 * limit of the p99 in ms.
	 */
	public static void main(String[] args) throws Exception {
		Attack attack = new Attack(Integer.parseInt(args[3]), args[4], args[5]);
		int connections = Integer.parseInt(args[1]);
		long time = Long.parseLong(args[2]) * 1_000;
		attack.measure(3_000);
		List<Thread> threads = switch (args[0]) {
			case "large" -> attack.large(connections);
			case "body" -> attack.drip(connections,
					"POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n"
							+ "Content-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: " + "A".repeat(27)
							+ "=\r\n\r\n");
			case "header" -> attack.drip(connections, "POST /callbacks/crm HTTP/1.1\r\nX-");
			default -> throw new IllegalArgumentException("large, body or header");
		};
		Thread.sleep(3_000);
		List<Long> nanos = attack.measure(time);
		attack.over = true;
		for (Thread thread : threads) {
			thread.join();
		}
		long failed = nanos.stream().filter((taken) -> taken == Long.MAX_VALUE).count();
		long p99 = nanos.get(nanos.size() * 99 / 100) / 1_000_000;
		System.out.printf("%-6s %,5d connections: %,d signed requests, %d failed, p50 %d ms, p99 %s ms%n", args[0],
				connections, nanos.size(), failed, nanos.get(nanos.size() / 2) / 1_000_000,
				(failed * 100 > nanos.size()) ? "never" : p99);
		System.exit((failed == 0 && p99 <= Long.parseLong(args[6])) ? 0 : 1);
	}

	/** Signed requests one after the other, each on a connection of its own; sorted. */
	private List<Long> measure(long millis) throws Exception {
		List<Long> nanos = new ArrayList<>();
		long end = System.nanoTime() + millis * 1_000_000;
		byte[] request = signed();
		while (System.nanoTime() < end) {
			long start = System.nanoTime();
			boolean answered = exchange(request).startsWith("HTTP/1.1 200");
			nanos.add(answered ? System.nanoTime() - start : Long.MAX_VALUE);
			Thread.sleep(10);
		}
		Collections.sort(nanos);
		return nanos;
	}

	private String exchange(byte[] request) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 5_000);
			socket.setSoTimeout(5_000);
			socket.getOutputStream().write(request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private byte[] signed() throws Exception {
		StringBuilder text = new StringBuilder(this.publicUrl + "/callbacks/crm");
		List<String> pairs = new ArrayList<>();
		FORM.forEach((name, value) -> {
			text.append(name).append(value);
			pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
		});
		Mac mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec(this.token.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
		String signature = Base64.getEncoder()
			.encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
		String body = String.join("&", pairs);
		return ("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: "
				+ "application/x-www-form-urlencoded\r\nX-Twilio-Signature: " + signature + "\r\nContent-Length: "
				+ body.length() + "\r\n\r\n" + body)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Large bodies with a wrong signature, a third of them in chunks, again each second.
	 */
	private List<Thread> large(int connections) {
		byte[] body = new byte[LARGE];
		Arrays.fill(body, (byte) 'a');
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < connections; i++) {
			boolean chunked = i % 3 == 0;
			threads.add(start(() -> {
				sendLarge(body, chunked);
				sleep(1_000);
			}));
		}
		return threads;
	}

	private void sendLarge(byte[] body, boolean chunked) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(5_000);
			OutputStream output = socket.getOutputStream();
			output.write(("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
					+ "Content-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: " + "A".repeat(27)
					+ "=\r\n" + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LARGE) + "\r\n"
							: "Content-Length: " + LARGE + "\r\n\r\n"))
				.getBytes(StandardCharsets.US_ASCII));
			output.write(body);
			if (chunked) {
				output.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			}
			InputStream input = socket.getInputStream();
			while (input.read() >= 0) {
				// The response does not matter.
			}
		}
	}

	/**
	 * Sends a byte every two seconds on each connection, and reopens closed connections.
	 */
	private List<Thread> drip(int connections, String start) {
		return List.of(start(() -> {
			SocketChannel[] channels = new SocketChannel[connections];
			while (!this.over) {
				for (int i = 0; i < connections; i++) {
					channels[i] = dripOn(channels[i], start);
				}
				sleep(DRIP);
			}
			for (SocketChannel channel : channels) {
				if (channel != null) {
					channel.close();
				}
			}
		}));
	}

	private SocketChannel dripOn(SocketChannel channel, String start) {
		try {
			if (channel == null) {
				SocketChannel opened = SocketChannel.open();
				opened.configureBlocking(false);
				opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
				while (!opened.finishConnect()) {
					sleep(1);
				}
				opened.write(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
				return opened;
			}
			channel.write(ByteBuffer.wrap(new byte[] { 'a' }));
			if (channel.read(ByteBuffer.allocate(1_024)) >= 0) {
				return channel;
			}
			channel.close();
		}
		catch (IOException ex) {
			// The next round opens it again.
		}
		return null;
	}

	private Thread start(Step step) {
		Thread thread = new Thread(null, () -> {
			while (!this.over) {
				try {
					step.run();
				}
				catch (IOException ex) {
					sleep(100);
				}
			}
		}, "attacker", 128 * 1024);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Step {

		void run() throws IOException;

	}

}
