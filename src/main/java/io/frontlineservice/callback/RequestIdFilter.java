package io.frontlineservice.callback;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a new id, which is in the {@code X-Request-Id} of the answer and in
 * each log line. The caller's id is ignored. Runs before all other filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

	private static final String HEADER = "X-Request-Id";

	private static final String LOG_FIELD = "request_id";

	private final IdGenerator ids = new AlternativeJdkIdGenerator();

	/** A request continues in an async dispatch if its body arrives late. */
	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String id = response.getHeader(HEADER);
		if (id == null) {
			id = this.ids.generateId().toString();
			response.setHeader(HEADER, id);
		}
		MDC.put(LOG_FIELD, id);
		try {
			chain.doFilter(request, response);
		}
		finally {
			MDC.remove(LOG_FIELD);
		}
	}

}
