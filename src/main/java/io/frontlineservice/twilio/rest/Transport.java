package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.twilio.TwilioApi;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Carries a request to Twilio once, and brings back an answer in time or none. Called by
 * {@link ApiClient}. Thread-safe.
 * <p>
 * The client's own timeouts bound each wait, but not their sum, and nothing bounds the
 * look-up of a host's name. So each call has a thread of its own, and nobody waits for it
 * longer than {@link CallLimits#total()}.
 */
final class Transport implements AutoCloseable {

	private final CloseableHttpClient client;

	private final CallLimits limits;

	private final ThreadPoolExecutor calls;

	Transport(TwilioApi api, CallLimits limits) {
		this.client = HttpClients.create(api, limits);
		this.limits = limits;
		// Twice as many, as a call that nobody waits for may take a moment to end.
		this.calls = new ThreadPoolExecutor(0, limits.atOnce() * 2, 30, TimeUnit.SECONDS, new SynchronousQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, "twilio-call");
					thread.setDaemon(true);
					return thread;
				});
	}

	CallLimits limits() {
		return this.limits;
	}

	/**
	 * Sends a request.
	 * @throws TwilioUnavailableException if there is no whole answer in time
	 */
	RawResponse send(HttpUriRequestBase request) {
		try {
			Future<RawResponse> call = this.calls.submit(() -> this.client.execute(request, RawResponse::of));
			return await(call, request);
		}
		catch (RejectedExecutionException ex) {
			throw new TwilioUnavailableException("Too many calls to Twilio have not ended", null);
		}
	}

	private RawResponse await(Future<RawResponse> call, HttpUriRequestBase request) {
		try {
			return call.get(this.limits.total().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new TwilioUnavailableException("Twilio did not answer in time", null);
		}
		catch (ExecutionException ex) {
			// The message of the cause may name addresses.
			String cause = (ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "";
			throw new TwilioUnavailableException("Twilio did not answer (" + cause + ")", null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TwilioUnavailableException("The service is stopping", null);
		}
		finally {
			if (!call.isDone()) {
				request.cancel();
				call.cancel(true);
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.calls.shutdownNow();
		this.client.close(CloseMode.IMMEDIATE);
	}

}
