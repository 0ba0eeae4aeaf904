package io.frontlineservice.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses to which the HTTP client connects: those of a {@link HostResolver},
 * or of this machine for the proxies that the JVM is configured to use. Made by
 * {@link HttpClients}. Thread-safe.
 */
final class HostLookUp implements DnsResolver {

	private final HostResolver hosts;

	private final Set<String> proxies = ConcurrentHashMap.newKeySet();

	HostLookUp(HostResolver hosts) {
		this.hosts = hosts;
	}

	/** Takes note of the proxy for a request; null if there is none. */
	@Nullable HttpHost noteProxy(@Nullable HttpHost proxy) {
		if (proxy != null) {
			this.proxies.add(proxy.getHostName());
		}
		return proxy;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		return (this.proxies.contains(host) ? HostResolver.SYSTEM : this.hosts).resolve(host);
	}

	@Override
	public String resolveCanonicalHostname(String host) throws UnknownHostException {
		return host;
	}

}
