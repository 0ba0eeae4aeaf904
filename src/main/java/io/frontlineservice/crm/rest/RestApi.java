package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.ApiServers;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.http.Authorization;
import io.frontlineservice.crm.http.ClientCredentials;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the API: its servers, credentials, headers and rate limit. Opened by
 * {@link RestCrmConfiguration} and {@link RestVendor}. Thread-safe.
 */
final class RestApi implements AutoCloseable {

	/** The rate limit of all calls. */
	static final String CALLS = "calls";

	private final CrmApi api;

	private final Map<String, String> headers;

	private RestApi(CrmApi api, Map<String, String> headers) {
		this.api = api;
		this.headers = headers;
	}

	/**
	 * Opens the API without connecting to it.
	 * @param configured checked settings, also without requests
	 */
	static RestApi open(RestSettings configured, MeterRegistry meters) {
		RestSettings settings = configured.complete();
		RateLimits limits = new RateLimits(
				List.of(new RateLimit(CALLS, settings.callsPerSecond(), Duration.ofSeconds(1))), meters);
		CrmApi api = CrmApi.of(servers(settings), new RestDialect(settings.errors(), configured.isContract()), limits,
				meters);
		Map<String, String> headers = new HashMap<>();
		settings.headers().stream().map((header) -> header.split(":", 2)).forEach((header) -> {
			headers.put(header[0].strip(), header[1].strip());
		});
		AuthenticationSettings credentials = settings.authentication();
		return switch (credentials.type()) {
			case NONE -> new RestApi(api, headers);
			case HEADER -> {
				headers.put(Objects.requireNonNull(credentials.header()), secret(credentials.token()));
				yield new RestApi(api, headers);
			}
			case BEARER ->
				new RestApi(api.authorized(Authorization.bearer(Secret.of(secret(credentials.token())))), headers);
			case BASIC -> new RestApi(api.authorized(Authorization.basic(Objects.requireNonNull(credentials.username()),
					Objects.requireNonNull(credentials.password()))), headers);
			case CLIENT_CREDENTIALS -> {
				ApiRequest request = TokenRequest.of(credentials);
				yield new RestApi(api.authorized(new AccessTokens(new ClientCredentials(api, () -> request), meters)),
						headers);
			}
		};
	}

	private static ApiServers servers(RestSettings settings) {
		List<ApiUrl> others = new ArrayList<>(settings.hosts().stream().map(RestApi::server).toList());
		ApiUrl tokenUrl = settings.authentication().tokenUrl();
		if (tokenUrl != null) {
			others.add(tokenUrl);
		}
		return ApiServers.of(settings.url(), others, settings.privateAddresses(), RestSettings.PREFIX);
	}

	/**
	 * Returns the server of a host.
	 * @throws io.frontlineservice.diagnosis.UnusableSettingException if it is not a host
	 */
	static ApiUrl server(String host) {
		return ApiUrl.of((host.matches("(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?") ? "http://" : "https://") + host);
	}

	private static String secret(@Nullable Secret token) {
		return Objects.requireNonNull(token).reveal();
	}

	/** Sends a request, and returns its answer, which is a success. */
	ApiAnswer call(ApiRequest request, Deadline deadline) {
		return this.api.call(withHeaders(request), deadline);
	}

	/** The same; empty if what was asked for does not exist. */
	Optional<ApiAnswer> find(ApiRequest request, Deadline deadline) {
		return this.api.find(withHeaders(request), deadline);
	}

	private ApiRequest withHeaders(ApiRequest request) {
		ApiRequest complete = request;
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			complete = complete.withHeader(header.getKey(), header.getValue());
		}
		return complete;
	}

	@Override
	public void close() {
		this.api.close();
	}

}
