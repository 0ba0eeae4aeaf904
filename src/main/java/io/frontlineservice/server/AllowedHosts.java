package io.frontlineservice.server;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names accepted on ports that are not public: loopback and the configured ones.
 * A request that another web site makes through a browser has a different {@code Host} or
 * {@code Origin}, even if that site's name resolves to this machine. Immutable.
 */
public final class AllowedHosts {

	private static final Pattern HOST = Pattern.compile("(?<name>\\[[^]]*]|[^:]*)(:\\d*)?");

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private final Set<String> hosts = new HashSet<>();

	/** Allows loopback and these names. */
	public AllowedHosts(Collection<String> hosts) {
		hosts.forEach((name) -> this.hosts.add(name.strip().toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether a request with this {@code Host} is allowed. A request without the header
	 * is allowed, because browsers always send it.
	 * @param host the value of {@code Host}, with or without a port
	 */
	public boolean allowHost(@Nullable String host) {
		if (host == null) {
			return true;
		}
		Matcher matcher = HOST.matcher(host.toLowerCase(Locale.ROOT));
		return matcher.matches()
				&& (LOOPBACK.matcher(matcher.group("name")).matches() || this.hosts.contains(matcher.group("name")));
	}

	/**
	 * Whether a request with this {@code Origin} is allowed. A request without the header
	 * is allowed: it does not come from a web site, or the site cannot read the response
	 * and changes nothing.
	 * @param origin the value of {@code Origin}
	 */
	public boolean allowOrigin(@Nullable String origin) {
		if (origin == null) {
			return true;
		}
		try {
			String host = URI.create(origin).getAuthority();
			return host != null && allowHost(host);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
