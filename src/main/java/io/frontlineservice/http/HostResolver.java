package io.frontlineservice.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the addresses of hosts. {@link Transport} connects to no other address, so what a
 * resolver refuses is not called. Implementations are thread-safe.
 */
@FunctionalInterface
public interface HostResolver {

	/** The resolver of this machine. */
	HostResolver SYSTEM = InetAddress::getAllByName;

	/**
	 * Returns the addresses of a host.
	 * @param host a name or an IP address
	 * @throws UnknownHostException if there are none
	 */
	InetAddress[] resolve(String host) throws UnknownHostException;

	/**
	 * Returns a resolver that refuses each host of which any address is not one of the
	 * public internet: private networks, this machine, and the metadata services of
	 * clouds.
	 * @param exempt the hosts that may have any address, in lower case
	 */
	default HostResolver onlyPublic(Set<String> exempt) {
		return (host) -> {
			InetAddress[] addresses = resolve(host);
			for (InetAddress address : addresses) {
				if (!exempt.contains(host.toLowerCase(Locale.ROOT)) && !PublicAddress.is(address)) {
					throw new PrivateAddressException();
				}
			}
			return addresses;
		};
	}

}
