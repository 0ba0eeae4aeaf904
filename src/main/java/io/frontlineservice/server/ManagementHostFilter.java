package io.frontlineservice.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps web sites that are open in a browser on this machine away from the management
 * port. The connected IP address is allowed as a host, because orchestrators use it.
 */
final class ManagementHostFilter extends OncePerRequestFilter {

	private final AllowedHosts names;

	ManagementHostFilter(AllowedHosts names) {
		this.names = names;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if ((isByAddress(request) || this.names.allowHost(request.getHeader(HttpHeaders.HOST)))
				&& this.names.allowOrigin(request.getHeader(HttpHeaders.ORIGIN))) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getWriter()
			.write("{\"status\":403,\"detail\":\"The management port does not accept this host name. "
					+ "Add the name to frontline.management.hosts if it is yours.\"}");
	}

	/**
	 * An IPv6 address can be written in many ways. An address in brackets needs no name
	 * lookup.
	 */
	private static boolean isByAddress(HttpServletRequest request) {
		String name = request.getServerName();
		if (!name.startsWith("[")) {
			return name.equals(request.getLocalAddr());
		}
		try {
			return InetAddress.getByName(name).equals(InetAddress.getByName("[" + request.getLocalAddr() + "]"));
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
