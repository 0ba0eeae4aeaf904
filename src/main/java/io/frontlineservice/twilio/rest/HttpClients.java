package io.frontlineservice.twilio.rest;

import io.frontlineservice.twilio.TwilioApi;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Creates the HTTP client for Twilio's REST API. Every wait has a timeout, and the client
 * neither retries requests nor follows redirects. Called by {@link Transport}.
 */
final class HttpClients {

	/** Connections are renewed, so that changes of Twilio's DNS records take effect. */
	private static final TimeValue TIME_TO_LIVE = TimeValue.ofMinutes(1);

	/** A connection that was idle for longer is tested, because calls are not retried. */
	private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(500);

	private HttpClients() {
	}

	static CloseableHttpClient create(TwilioApi api, CallLimits limits) {
		RequestConfig requests = RequestConfig.custom()
			.setConnectionRequestTimeout(timeout(limits.connection()))
			.setResponseTimeout(timeout(limits.response()))
			.build();
		return HttpClientBuilder.create()
			.setConnectionManager(connections(limits))
			.setDefaultRequestConfig(requests)
			.setRoutePlanner(routes(api))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
	}

	private static HttpClientConnectionManager connections(CallLimits limits) {
		ConnectionConfig connections = ConnectionConfig.custom()
			.setConnectTimeout(timeout(limits.connect()))
			.setSocketTimeout(timeout(limits.response()))
			.setTimeToLive(TIME_TO_LIVE)
			.setValidateAfterInactivity(VALIDATE_AFTER)
			.build();
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setDefaultConnectionConfig(connections)
			.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout(limits.handshake())).build())
			.setMaxConnPerRoute(limits.atOnce())
			.setMaxConnTotal(limits.atOnce() * 2)
			.build();
	}

	/**
	 * Connects to Twilio through the JVM's proxy if there is one, and to another server
	 * directly.
	 */
	private static HttpRoutePlanner routes(TwilioApi api) {
		URI url = api.url();
		if (url == null) {
			return new SystemDefaultRoutePlanner(ProxySelector.getDefault());
		}
		HttpHost host = HttpHost.create(url);
		HttpRoute route = new HttpRoute(host, null, URIScheme.HTTPS.same(url.getScheme()));
		return (target, context) -> route;
	}

	private static Timeout timeout(Duration duration) {
		return Timeout.of(duration);
	}

}
