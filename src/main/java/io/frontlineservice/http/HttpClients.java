package io.frontlineservice.http;

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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Creates HTTP clients. Every wait has a timeout, and a client neither retries requests
 * nor follows redirects. Called by {@link Transport}.
 */
final class HttpClients {

	/** Connections are renewed, so that changes of DNS records take effect. */
	private static final TimeValue TIME_TO_LIVE = TimeValue.ofMinutes(1);

	/** A connection that was idle for longer is tested, because calls are not retried. */
	private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(500);

	private HttpClients() {
	}

	static CloseableHttpClient create(@Nullable URI server, HttpLimits limits, HostResolver hosts) {
		HostLookUp lookUp = new HostLookUp(hosts);
		RequestConfig requests = RequestConfig.custom()
			.setConnectionRequestTimeout(timeout(limits.connection()))
			.setResponseTimeout(timeout(limits.response()))
			.build();
		return HttpClientBuilder.create()
			.setConnectionManager(connections(limits, lookUp))
			.setDefaultRequestConfig(requests)
			.setRoutePlanner(routes(server, lookUp))
			.disableAutomaticRetries()
			.disableRedirectHandling()
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
	}

	private static HttpClientConnectionManager connections(HttpLimits limits, HostLookUp lookUp) {
		ConnectionConfig connections = ConnectionConfig.custom()
			.setConnectTimeout(timeout(limits.connect()))
			.setSocketTimeout(timeout(limits.response()))
			.setTimeToLive(TIME_TO_LIVE)
			.setValidateAfterInactivity(VALIDATE_AFTER)
			.build();
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(lookUp)
			.setDefaultConnectionConfig(connections)
			.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout(limits.handshake())).build())
			.setMaxConnPerRoute(limits.atOnce())
			.setMaxConnTotal(limits.atOnce() * 2)
			.build();
	}

	/** Connects to that server directly, or to each host through the JVM's proxy. */
	private static HttpRoutePlanner routes(@Nullable URI server, HostLookUp lookUp) {
		if (server == null) {
			return new SystemDefaultRoutePlanner(ProxySelector.getDefault()) {
				@Override
				protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
					return lookUp.noteProxy(super.determineProxy(target, context));
				}
			};
		}
		HttpRoute route = new HttpRoute(HttpHost.create(server), null, URIScheme.HTTPS.same(server.getScheme()));
		return (target, context) -> route;
	}

	private static Timeout timeout(Duration duration) {
		return Timeout.of(duration);
	}

}
