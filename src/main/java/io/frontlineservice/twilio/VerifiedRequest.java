package io.frontlineservice.twilio;

import io.frontlineservice.server.BufferedBody;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with the parameters of its verified body, and none of its query string.
 * Passed on by {@link SignatureFilter}.
 */
final class VerifiedRequest extends HttpServletRequestWrapper {

	private final byte[] body;

	private final FormParameters parameters;

	VerifiedRequest(HttpServletRequest request, byte[] body, FormParameters parameters) {
		super(request);
		this.body = body;
		this.parameters = parameters;
	}

	@Override
	public @Nullable String getParameter(String name) {
		List<String> values = this.parameters.values().get(name);
		return (values != null) ? values.get(0) : null;
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		List<String> values = this.parameters.values().get(name);
		return (values != null) ? values.toArray(String[]::new) : null;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.values().keySet());
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> map = new LinkedHashMap<>();
		this.parameters.values().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
		return map;
	}

	@Override
	public BufferedReader getReader() {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	@Override
	public ServletInputStream getInputStream() {
		return new BufferedBody(this.body);
	}

}
