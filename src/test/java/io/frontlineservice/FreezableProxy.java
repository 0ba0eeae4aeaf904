package io.frontlineservice;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy that can be frozen: connections stay open, the operating system accepts new
 * ones, and no byte passes in either direction until the proxy is thawed. It can also
 * reset its connections, once or until the server is back, refuse new ones, or lead to
 * another server.
 */
public final class FreezableProxy implements AutoCloseable {

	private volatile ServerSocket server;

	private volatile int target;

	private volatile Thread acceptor;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final Set<Socket> abandoned = ConcurrentHashMap.newKeySet();

	private final AtomicInteger refused = new AtomicInteger();

	private volatile boolean down;

	private boolean frozen;

	private @Nullable String awaitedText;

	/** Starts a proxy to a port of this machine. */
	public FreezableProxy(int target) {
		this.target = target;
		try {
			this.server = listening(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.acceptor = start(this::accept);
	}

	private static ServerSocket listening(int port) throws IOException {
		return new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
	}

	public int port() {
		return this.server.getLocalPort();
	}

	public synchronized void freeze() {
		this.frozen = true;
	}

	/**
	 * Freezes when a client sends this text. The server receives the text, but the client
	 * receives no response.
	 */
	public synchronized void freezeAt(String text) {
		this.awaitedText = text;
	}

	public synchronized boolean isFrozen() {
		return this.frozen;
	}

	public synchronized void thaw() {
		this.frozen = false;
		this.awaitedText = null;
		notifyAll();
	}

	/**
	 * Keeps all connections open, but passes nothing on from now on, as a firewall does
	 * that has forgotten them. New connections work.
	 */
	public void abandonConnections() {
		this.abandoned.addAll(this.sockets);
	}

	/** Resets all connections. */
	public void reset() throws IOException {
		for (Socket socket : this.sockets) {
			reset(socket);
		}
	}

	/** Resets all connections, and new ones at once, until {@link #goUp}. */
	public void goDown() throws IOException {
		this.down = true;
		reset();
	}

	public void goUp() {
		this.down = false;
	}

	/** Returns the number of connections that were reset at once. */
	public int refused() {
		return this.refused.get();
	}

	/**
	 * Refuses connections until the returned object is closed. The port stays taken
	 * meanwhile: a socket is bound to it that does not listen.
	 */
	public Closeable refuse() throws IOException {
		int port = port();
		this.server.close();
		// Until it has ended, the port is in use.
		join(this.acceptor);
		reset();
		Socket placeholder = new Socket();
		// Former connections may still have the port.
		placeholder.setReuseAddress(true);
		placeholder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		return () -> {
			placeholder.close();
			this.server = listening(port);
			this.acceptor = start(this::accept);
		};
	}

	/** Resets all connections, and passes new ones on to another port. */
	public void redirect(int port) throws IOException {
		this.target = port;
		reset();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void reset(Socket socket) throws IOException {
		try (socket) {
			socket.setSoLinger(true, 0);
		}
		catch (SocketException ex) {
			// The other side has closed it.
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.server.accept();
			this.sockets.add(client);
			// Only now: a proxy that goes down meanwhile has not seen this connection.
			if (this.down) {
				this.sockets.remove(client);
				reset(client);
				this.refused.incrementAndGet();
			}
			else {
				start(() -> connect(client));
			}
		}
	}

	private void connect(Socket client) throws IOException {
		awaitThaw();
		Socket upstream = new Socket(InetAddress.getLoopbackAddress(), this.target);
		this.sockets.add(upstream);
		start(() -> pump(client, upstream, true));
		pump(upstream, client, false);
	}

	private void pump(Socket from, Socket to, boolean fromClient) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[8192];
			for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
				awaitThaw();
				if (this.abandoned.contains(from)) {
					continue;
				}
				if (fromClient) {
					freezeIfAwaited(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
				}
				out.write(bytes, 0, read);
				out.flush();
			}
		}
		finally {
			this.sockets.remove(from);
			this.sockets.remove(to);
		}
	}

	private synchronized void freezeIfAwaited(String sent) {
		if (this.awaitedText != null && sent.contains(this.awaitedText)) {
			this.awaitedText = null;
			this.frozen = true;
		}
	}

	private synchronized void awaitThaw() {
		try {
			while (this.frozen) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Thread start(Action action) {
		Thread thread = new Thread(() -> {
			try {
				action.run();
			}
			catch (IOException ex) {
				// One side has closed the connection.
			}
		}, "freezable-proxy");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		thaw();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	private interface Action {

		void run() throws IOException;

	}

}
