package io.frontlineservice.server;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Processes the requests of one connection, one at a time. Tomcat restarts its timeout
 * with each byte, so a caller that sends a byte now and then can hold a connection
 * forever. Here {@code server.tomcat.connection-timeout} limits the whole header. Called
 * by Tomcat.
 */
final class DeadlineProcessor extends Http11Processor {

	private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

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
		// Only empty lines have arrived, which do not start a request or a deadline.
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
	 * Accepts any host name, including those that Tomcat refuses, such as
	 * {@code frontline_service} in a container. Signatures are checked against
	 * {@code frontline.public-url}, not against the host.
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
		return PORT.matcher(text).matches() ? Integer.parseInt(text) : -1;
	}

}
