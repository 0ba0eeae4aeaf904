package io.frontlineservice.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Receives the body of one request without a waiting thread. Called by the servlet
 * container, one call at a time.
 */
final class BodyReceiver implements ReadListener, AsyncListener {

	private static final int BUFFER_SIZE = 8 * 1024;

	private final HttpServletRequest request;

	private final BodyBuffer body;

	private @Nullable AsyncContext async;

	BodyReceiver(HttpServletRequest request, BodyBuffer body) {
		this.request = request;
		this.body = body;
	}

	/**
	 * The original request, with the URI that the caller sent; the async dispatch changes
	 * it.
	 */
	HttpServletRequest request() {
		return this.request;
	}

	BodyBuffer body() {
		return this.body;
	}

	/** Reads the bytes that have arrived; true if the body is complete or refused. */
	boolean readAvailable() throws IOException {
		long length = this.request.getContentLengthLong();
		ServletInputStream input = this.request.getInputStream();
		byte[] buffer = new byte[BUFFER_SIZE];
		while (this.body.failure() == null && this.body.size() < length && input.available() > 0) {
			this.body.add(buffer, input.read(buffer, 0, Math.min(buffer.length, input.available())));
		}
		return this.body.failure() != null || this.body.size() == length;
	}

	/** Receives the rest asynchronously, then dispatches the request again. */
	void start(Duration timeout) throws IOException {
		AsyncContext context = this.request.startAsync();
		this.async = context;
		context.setTimeout(timeout.toMillis());
		context.addListener(this);
		this.request.getInputStream().setReadListener(this);
	}

	@Override
	public void onDataAvailable() throws IOException {
		ServletInputStream input = this.request.getInputStream();
		byte[] buffer = new byte[BUFFER_SIZE];
		int read = 0;
		while (this.body.failure() == null && read >= 0 && input.isReady() && !input.isFinished()) {
			read = input.read(buffer);
			this.body.add(buffer, read);
		}
		if (this.body.failure() != null) {
			dispatch();
		}
	}

	@Override
	public void onAllDataRead() {
		dispatch();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.body.fail(HttpStatus.REQUEST_TIMEOUT);
		dispatch();
	}

	/** Called when the caller has disconnected. */
	@Override
	public void onError(Throwable failure) {
		AsyncContext context = this.async;
		this.async = null;
		this.body.release();
		if (context != null) {
			context.complete();
		}
	}

	@Override
	public void onError(AsyncEvent event) {
		this.body.release();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.body.release();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

	private void dispatch() {
		AsyncContext context = this.async;
		this.async = null;
		if (context != null) {
			context.dispatch();
		}
	}

}
