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
 * Makes the HTTP client for Twilio's REST API: every wait in it has an end, and it does
 * nothing by itself, such as repeating a request or following a redirect. Called by
 * {@link Transport}.
 */
final class HttpClients {

	/** Behind Twilio's names stand many servers; in time we see that they change. */
	private static final TimeValue TIME_TO_LIVE = TimeValue.ofMinutes(1);

	/** A connection idle for longer is tried before it is used: nobody repeats a call. */
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
	 * To Twilio by way of the JVM's proxy, if it has one; to nobody else but straight.
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
