package io.frontlineservice.server;

import java.net.SocketException;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 with a deadline for the header of each request, and with any
 * {@code Host} accepted. Tomcat creates it by its class name.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

	@Override
	public void setAdapter(Adapter adapter) {
		super.setAdapter(new UnreadBodyAdapter(adapter));
	}

	/** Names the port that cannot be used. */
	@Override
	public void start() throws Exception {
		try {
			super.start();
		}
		catch (SocketException ex) {
			throw new PortUnavailableException(null, getPort(), ex);
		}
	}

	@Override
	protected Processor createProcessor() {
		return new DeadlineProcessor(this, getAdapter());
	}

}
