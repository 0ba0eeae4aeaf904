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
 * The names under which this machine may be asked for what is not for everyone: those of
 * loopback, and configured ones. A browser that is on another web site, even on one whose
 * name leads here, sends another {@code Host} or {@code Origin}. Immutable.
 */
public final class AllowedHosts {

	private static final Pattern HOST = Pattern.compile("(?<name>\\[[^]]*]|[^:]*)(:\\d*)?");

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private final Set<String> hosts = new HashSet<>();

	/** The names of loopback, and these. */
	public AllowedHosts(Collection<String> hosts) {
		hosts.forEach((name) -> this.hosts.add(name.strip().toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether a request with that header may be answered. One without may: browsers
	 * always send it.
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
	 * Whether a request from that web site may be answered. One without an origin may: no
	 * web site has sent it, or the site cannot read the answer and changes nothing.
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
