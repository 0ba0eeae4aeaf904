package io.frontlineservice.http;

import io.frontlineservice.limit.BoundedCalls;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to another service once, with a limit of the total time. Called by the
 * clients of Twilio's REST API and of CRMs. Thread-safe.
 * <p>
 * The timeouts of the HTTP client limit each wait but not their sum, and not the DNS
 * lookup. So each call runs on its own thread, and its caller waits no longer than
 * {@link HttpLimits#total()}.
 */
public final class Transport implements AutoCloseable {

	private final CloseableHttpClient client;

	private final HttpLimits limits;

	private final BoundedCalls calls;

	/**
	 * Creates a transport with connections and threads of its own.
	 * @param name the name of the threads, for thread dumps
	 * @param server scheme, host and port of a server that receives all requests,
	 * whatever their host, without a proxy; null if each goes to its own host, through
	 * the JVM's proxy if there is one
	 */
	public Transport(String name, @Nullable URI server, HttpLimits limits) {
		this(name, server, limits, HostResolver.SYSTEM);
	}

	/**
	 * Creates a transport that connects only to addresses of that resolver. Behind a
	 * proxy, the proxy finds the addresses, and the resolver is not asked.
	 */
	public Transport(String name, @Nullable URI server, HttpLimits limits, HostResolver hosts) {
		this.client = HttpClients.create(server, limits, hosts);
		this.limits = limits;
		// Twice as many, because a canceled call may take a moment to end.
		this.calls = new BoundedCalls(name, limits.atOnce() * 2);
	}

	/**
	 * Sends a request, and returns the response whatever its status.
	 * @throws UnansweredCallException if there is no complete response by the deadline
	 */
	public RawResponse send(OutgoingRequest request, Deadline deadline) throws UnansweredCallException {
		HttpUriRequestBase message = message(request);
		return this.calls.call(() -> execute(message), deadline.within(this.limits.total()), message::cancel);
	}

	private RawResponse execute(HttpUriRequestBase message) throws IOException {
		return this.client.execute(message, (response) -> {
			try {
				return RawResponse.of(response, this.limits.bytes());
			}
			catch (IOException ex) {
				// Otherwise the client would read the rest of the body.
				message.cancel();
				throw ex;
			}
		});
	}

	private static HttpUriRequestBase message(OutgoingRequest request) {
		HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.url());
		request.headers().forEach(message::setHeader);
		RequestBody body = request.body();
		if (body != null) {
			message.setEntity(new StringEntity(body.text(), ContentType.parse(body.contentType())));
		}
		return message;
	}

	/** Closes all connections, which ends the calls that still run. */
	@Override
	public void close() {
		this.calls.close();
		this.client.close(CloseMode.IMMEDIATE);
	}

}
