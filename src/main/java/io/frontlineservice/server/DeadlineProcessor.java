package io.frontlineservice.server;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * One request at a time of one connection. Tomcat's own timeout begins anew with every
 * byte, so that a caller who sends a byte now and then keeps a connection for ever; here
 * the header as a whole has {@code server.tomcat.connection-timeout}. Called by Tomcat.
 */
final class DeadlineProcessor extends Http11Processor {

	private final int timeout;

	DeadlineProcessor(DeadlineProtocol protocol, Adapter adapter) {
		super(protocol, adapter);
		this.timeout = protocol.getConnectionTimeout();
	}

	@Override
	public SocketState service(SocketWrapperBase<?> connection) throws IOException {
		SocketState state = super.service(connection);
		long start = getRequest().getStartTimeNanos();
		if (start < 0 || isAsync()) {
			return state;
		}
		// Only empty lines came, which begin no request and no deadline.
		if (state == SocketState.OPEN) {
			return SocketState.CLOSED;
		}
		if (state == SocketState.LONG) {
			long left = this.timeout - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			if (left <= 0) {
				return SocketState.CLOSED;
			}
			connection.setReadTimeout(left);
		}
		return state;
	}

	/**
	 * Takes any name of a host, such as {@code frontline_service} of a container, which
	 * Tomcat refuses: what a signature must fit is decided by
	 * {@code frontline.public-url} alone.
	 */
	@Override
	protected void parseHost(MessageBytes host) {
		String text = (host != null) ? host.toString() : null;
		if (text == null) {
			super.parseHost(host);
			return;
		}
		int colon = text.lastIndexOf(':');
		boolean hasPort = colon > text.lastIndexOf(']');
		getRequest().serverName().setString(hasPort ? text.substring(0, colon) : text);
		getRequest().setServerPort(hasPort ? port(text.substring(colon + 1)) : -1);
	}

	private static int port(String text) {
		return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
	}

}
