package io.frontlineservice.sandbox.page;

import io.frontlineservice.server.AllowedHosts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 404 unless the page is requested by a name of this machine. This keeps out
 * tunnels, and web sites with a host name that resolves to this machine. Applied to all
 * paths of the page.
 */
final class PageFilter extends OncePerRequestFilter {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private final AllowedHosts names;

	PageFilter(AllowedHosts names) {
		this.names = names;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.names.allowHost(request.getHeader(HttpHeaders.HOST))
				|| !this.names.allowOrigin(request.getHeader(HttpHeaders.ORIGIN))) {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Content-Type-Options", "nosniff");
		chain.doFilter(request, response);
	}

}
