package io.frontlineservice.server;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Receives the whole body of a request before other code handles it, with a timeout, a
 * maximum size and a memory budget for all bodies. A caller without a signature can
 * therefore neither hold threads nor fill the memory. Runs before the signature filter.
 * Thread-safe.
 */
public final class RequestBodyFilter extends OncePerRequestFilter {

	/** The largest body, in bytes. */
	public static final int LARGEST = 256 * 1024;

	private static final String RECEIVER = RequestBodyFilter.class.getName() + ".receiver";

	private static final Map<HttpStatus, String> EXPLANATIONS = Map.of(HttpStatus.CONTENT_TOO_LARGE,
			"The form is larger than 256 KB.", HttpStatus.REQUEST_TIMEOUT,
			"The form did not arrive in time. Please send it again.", HttpStatus.SERVICE_UNAVAILABLE,
			"Too many large forms are arriving at the moment. Please send it again in a moment.");

	private final Duration timeout;

	private final ByteBudget budget;

	private final MeterRegistry meters;

	private final HandlerExceptionResolver errors;

	/**
	 * Creates a filter for all requests.
	 * @param timeout the maximum time for a body to arrive
	 * @param budget the memory for all bodies together
	 */
	RequestBodyFilter(Duration timeout, ByteBudget budget, MeterRegistry meters, HandlerExceptionResolver errors) {
		this.timeout = timeout;
		this.budget = budget;
		this.meters = meters;
		this.errors = errors;
	}

	/** The filter also handles the dispatch after the body has arrived. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		BodyReceiver receiver = (BodyReceiver) request.getAttribute(RECEIVER);
		if (receiver == null) {
			receiver = new BodyReceiver(request, new BodyBuffer(request.getContentLengthLong(), LARGEST, this.budget));
			request.setAttribute(RECEIVER, receiver);
			if (!receiver.readAvailable()) {
				receiver.start(this.timeout);
				return;
			}
		}
		try {
			forward(receiver, request, response, chain);
		}
		finally {
			receiver.body().release();
		}
	}

	private void forward(BodyReceiver receiver, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		HttpStatus failure = receiver.body().failure();
		if (failure == null) {
			chain.doFilter(new BufferedRequest(receiver.request(), receiver.body().bytes()), response);
			return;
		}
		this.meters.counter("frontline.bodies.refused", "status", String.valueOf(failure.value())).increment();
		ErrorResponseException error = new ErrorResponseException(failure);
		error.setDetail(Objects.requireNonNull(EXPLANATIONS.get(failure)));
		this.errors.resolveException(request, response, null, error);
	}

}
