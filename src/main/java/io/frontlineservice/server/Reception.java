package io.frontlineservice.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Receives the body of one request without a thread that waits for it. Called by the
 * servlet container, one call at a time.
 */
final class Reception implements ReadListener, AsyncListener {

	/** So much of a body costs nothing of the budget: Twilio's forms are smaller. */
	static final int FREE = 8 * 1024;

	private final HttpServletRequest request;

	private final int largest;

	private final ByteBudget budget;

	private final ByteArrayOutputStream body;

	private long taken;

	private @Nullable HttpStatus failure;

	private @Nullable AsyncContext async;

	/**
	 * Prepares to receive a body.
	 * @param largest the size of the largest body, in bytes
	 * @param budget what the body may take beyond {@link #FREE}
	 */
	Reception(HttpServletRequest request, int largest, ByteBudget budget) {
		this.request = request;
		this.largest = largest;
		this.budget = budget;
		requireRoom(request.getContentLengthLong());
		this.body = new ByteArrayOutputStream((this.failure == null) ? Math.max(32, request.getContentLength()) : 0);
	}

	/** The request as it came, without what a dispatch makes of its URI. */
	HttpServletRequest request() {
		return this.request;
	}

	byte[] body() {
		return this.body.toByteArray();
	}

	/** Why there is no body; null if there is one. */
	@Nullable HttpStatus failure() {
		return this.failure;
	}

	/** Reads what has come already; true if nothing more is to be waited for. */
	boolean isDone() throws IOException {
		long length = this.request.getContentLengthLong();
		ServletInputStream input = this.request.getInputStream();
		byte[] buffer = new byte[FREE];
		while (this.failure == null && this.body.size() < length && input.available() > 0) {
			accept(buffer, input.read(buffer, 0, Math.min(buffer.length, input.available())));
		}
		return this.failure != null || this.body.size() == length;
	}

	/** Receives the rest, and has the request dispatched again when it is there. */
	void start(Duration longest) throws IOException {
		AsyncContext context = this.request.startAsync();
		this.async = context;
		context.setTimeout(longest.toMillis());
		context.addListener(this);
		this.request.getInputStream().setReadListener(this);
	}

	/** Gives back what the body took. */
	void release() {
		this.budget.giveBack(this.taken);
		this.taken = 0;
	}

	@Override
	public void onDataAvailable() throws IOException {
		ServletInputStream input = this.request.getInputStream();
		byte[] buffer = new byte[FREE];
		int read = 0;
		while (this.failure == null && read >= 0 && input.isReady() && !input.isFinished()) {
			read = input.read(buffer);
			accept(buffer, read);
		}
		if (this.failure != null) {
			dispatch();
		}
	}

	@Override
	public void onAllDataRead() {
		dispatch();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.failure = HttpStatus.REQUEST_TIMEOUT;
		dispatch();
	}

	/** The caller has gone. */
	@Override
	public void onError(Throwable failure) {
		AsyncContext context = this.async;
		this.async = null;
		release();
		if (context != null) {
			context.complete();
		}
	}

	@Override
	public void onError(AsyncEvent event) {
		release();
	}

	@Override
	public void onComplete(AsyncEvent event) {
		release();
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

	private void accept(byte[] buffer, int length) {
		if (length > 0) {
			requireRoom(this.body.size() + length);
		}
		if (length > 0 && this.failure == null) {
			this.body.write(buffer, 0, length);
		}
	}

	/** Takes from the budget what a body of that size needs beyond what it has. */
	private void requireRoom(long size) {
		long more = size - FREE - this.taken;
		if (size > this.largest) {
			this.failure = HttpStatus.CONTENT_TOO_LARGE;
		}
		else if (more > 0 && !this.budget.take(more)) {
			this.failure = HttpStatus.SERVICE_UNAVAILABLE;
		}
		else {
			this.taken += Math.max(0, more);
		}
	}

}
