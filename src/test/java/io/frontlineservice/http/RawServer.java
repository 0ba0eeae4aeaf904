package io.frontlineservice.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A server that answers each connection with the same bytes, and not always well. */
public final class RawServer implements Closeable {

	private final ServerSocket server;

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final CountDownLatch accepted = new CountDownLatch(1);

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicLong sent = new AtomicLong();

	private final Answer answer;

	private RawServer(Answer answer) {
		this.answer = answer;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start(this::accept);
	}

	/** Accepts connections, and sends nothing. */
	public static RawServer silent() {
		return new RawServer((server, socket) -> {
		});
	}

	/** Sends that text, and then nothing more. */
	public static RawServer sends(String text) {
		return new RawServer((server, socket) -> server.answer(socket, text));
	}

	/** Sends that text, and closes the connection. */
	public static RawServer sendsAndCloses(String text) {
		return new RawServer((server, socket) -> {
			server.answer(socket, text);
			socket.shutdownOutput();
		});
	}

	/** Sends the first text at once, and then the other again and again. */
	public static RawServer repeats(String first, String text) {
		return repeats(first, text, 0);
	}

	/** Sends the first text at once, and then one character after another. */
	public static RawServer trickles(String first) {
		return repeats(first, " ", 20);
	}

	private static RawServer repeats(String first, String text, long pauseMillis) {
		return new RawServer((server, socket) -> {
			server.answer(socket, first);
			while (!server.closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
				server.send(socket, text);
			}
		});
	}

	/** Returns a port at which nothing listens. */
	public static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket socket = this.server.accept();
			this.sockets.add(socket);
			this.accepted.countDown();
			start(() -> this.answer.to(this, socket));
		}
	}

	private void answer(Socket socket, String text) throws IOException {
		socket.getInputStream().read(new byte[8192]);
		send(socket, text);
	}

	private void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
		this.sent.addAndGet(text.length());
	}

	private static void start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException | InterruptedException ex) {
				// The client has left, or the test is over.
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	public void awaitConnection() throws InterruptedException {
		this.accepted.await();
	}

	/** Returns how many bytes were written, including those in buffers. */
	public long sent() {
		return this.sent.get();
	}

	public String url() {
		return "http://" + this;
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/** Returns host and port. */
	@Override
	public String toString() {
		return "localhost:" + this.server.getLocalPort();
	}

	@FunctionalInterface
	private interface Answer {

		void to(RawServer server, Socket socket) throws IOException, InterruptedException;

	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException, InterruptedException;

	}

}
