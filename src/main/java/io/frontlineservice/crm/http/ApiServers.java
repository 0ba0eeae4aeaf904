package io.frontlineservice.crm.http;

import io.frontlineservice.http.HostResolver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers to which the requests of a CRM may be sent, with its credentials. Made by
 * adapters of their settings for {@link CrmApi}. Where answers have links, a host with an
 * address that is not public is not called, unless that is permitted or its name says
 * that it is this machine. Immutable.
 */
public final class ApiServers {

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

	private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

	private final ApiUrl url;

	/** Schemes, hosts and ports besides the URL; none if all requests are below it. */
	private final Set<String> origins;

	/** The settings of the adapter, if it has those of this class. */
	private final @Nullable String settings;

	private final boolean privateAddresses;

	private ApiServers(ApiUrl url, Set<String> origins, @Nullable String settings, boolean privateAddresses) {
		this.url = url;
		this.origins = Set.copyOf(origins);
		this.settings = settings;
		this.privateAddresses = privateAddresses;
	}

	/**
	 * Returns the server of an API of which all URLs are below this one. It may have any
	 * address: an operator chose it, and no answer leads elsewhere.
	 */
	public static ApiServers of(ApiUrl url) {
		return new ApiServers(url, Set.of(), null, true);
	}

	/**
	 * Returns the server of that URL with all its paths, and further servers, to which
	 * links in its answers may lead.
	 * @param privateAddresses whether they may have addresses of private networks
	 * @param settings the prefix of the adapter's settings {@code hosts} and
	 * {@code private-addresses}, for messages
	 */
	public static ApiServers of(ApiUrl url, Collection<ApiUrl> others, boolean privateAddresses, String settings) {
		Set<String> origins = new HashSet<>();
		origins.add(origin(URI.create(url.base())));
		others.forEach((other) -> origins.add(origin(URI.create(other.base()))));
		return new ApiServers(url, origins, settings, privateAddresses);
	}

	/**
	 * Returns the absolute URL of a request.
	 * @throws CrmErrorException if it is on another server: a link in an answer must not
	 * send the credentials elsewhere
	 */
	URI resolve(String target) {
		if (target.startsWith("/") || this.origins.isEmpty()) {
			return this.url.resolve(target);
		}
		try {
			URI absolute = new URI(target);
			if (absolute.getHost() != null && absolute.getRawUserInfo() == null
					&& this.origins.contains(origin(absolute))) {
				return absolute;
			}
		}
		catch (URISyntaxException ex) {
			throw CrmErrorException.unreadable();
		}
		throw new CrmErrorException(ErrorClass.UNREADABLE,
				"The answer of the CRM links to another server: if it is yours, add its host to " + this.settings
						+ ".hosts");
	}

	/** Returns the resolver for their hosts. */
	HostResolver resolver(HostResolver system) {
		return this.privateAddresses ? system : system.onlyPublic(loopbackHosts());
	}

	private Set<String> loopbackHosts() {
		Set<String> all = new HashSet<>(this.origins);
		all.add(this.url.base());
		return all.stream()
			.map((url) -> host(URI.create(url)))
			.filter((host) -> LOOPBACK.matcher(host).matches())
			.flatMap((host) -> Stream.of(host, BRACKETS.matcher(host).replaceAll("")))
			.collect(Collectors.toSet());
	}

	/** What to say if a host has a private address. */
	String privateAddressProblem() {
		return "The CRM is not called, because its host has a private address: if that is intended, set "
				+ this.settings + ".private-addresses to true";
	}

	private static String origin(URI url) {
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		int port = (url.getPort() >= 0) ? url.getPort() : scheme.equals("https") ? 443 : 80;
		return scheme + "://" + host(url) + ":" + port;
	}

	private static String host(URI url) {
		return url.getHost().toLowerCase(Locale.ROOT);
	}

}
