package io.frontlineservice.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Knows which IP addresses are those of the public internet. Asked by
 * {@link HostResolver}.
 *
 * @see <a href=
 * "https://www.iana.org/assignments/iana-ipv4-special-registry/">Special-purpose
 * addresses</a>
 */
final class PublicAddress {

	/**
	 * What {@link InetAddress} does not know: the bytes and the length of each prefix.
	 */
	private static final List<Prefix> RESERVED = List.of(new Prefix(8, 0), new Prefix(10, 100, 64),
			new Prefix(24, 192, 0, 0), new Prefix(24, 192, 0, 2), new Prefix(15, 198, 18), new Prefix(24, 198, 51, 100),
			new Prefix(24, 203, 0, 113), new Prefix(4, 240),
			// The metadata service of Azure.
			new Prefix(32, 168, 63, 129, 16));

	/** Global unicast; all other addresses of IPv6 are for special purposes. */
	private static final Prefix UNICAST = new Prefix(3, 0x20);

	/** Teredo, documentation and ORCHID, whose addresses lead elsewhere or nowhere. */
	private static final List<Prefix> RESERVED_UNICAST = List.of(new Prefix(23, 0x20, 0x01, 0x00),
			new Prefix(32, 0x20, 0x01, 0x0d, 0xb8), new Prefix(20, 0x3f, 0xff));

	/** Addresses of IPv4 inside those of IPv6: the prefix, and where it ends. */
	private static final Prefix NAT64 = new Prefix(96, 0x00, 0x64, 0xff, 0x9b);

	private static final Prefix SIX_TO_FOUR = new Prefix(16, 0x20, 0x02);

	private PublicAddress() {
	}

	static boolean is(InetAddress address) {
		byte[] bytes = address.getAddress();
		if (address instanceof Inet6Address) {
			if (NAT64.matches(bytes)) {
				return is(inside(bytes, 12));
			}
			if (SIX_TO_FOUR.matches(bytes)) {
				return is(inside(bytes, 2));
			}
			return UNICAST.matches(bytes) && RESERVED_UNICAST.stream().noneMatch((it) -> it.matches(bytes));
		}
		return !(address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress())
				&& RESERVED.stream().noneMatch((it) -> it.matches(bytes));
	}

	private static InetAddress inside(byte[] bytes, int start) {
		try {
			return InetAddress.getByAddress(Arrays.copyOfRange(bytes, start, start + 4));
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The first bits of addresses; bytes that are left out are zero. */
	private static final class Prefix {

		private final int length;

		private final int[] bytes;

		private Prefix(int length, int... bytes) {
			this.length = length;
			this.bytes = Arrays.copyOf(bytes, Math.max(bytes.length, (length + 7) / 8));
		}

		private boolean matches(byte[] address) {
			for (int bit = 0; bit < this.length; bit += 8) {
				int mask = 0xff << Math.max(0, 8 - (this.length - bit));
				if (((address[bit / 8] ^ this.bytes[bit / 8]) & mask & 0xff) != 0) {
					return false;
				}
			}
			return true;
		}

	}

}
