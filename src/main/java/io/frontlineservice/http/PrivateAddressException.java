package io.frontlineservice.http;

import java.net.UnknownHostException;

/**
 * A host is not called, because it has an address that is not public. Thrown by the
 * resolver of {@link HostResolver#onlyPublic}.
 */
public final class PrivateAddressException extends UnknownHostException {

	private static final long serialVersionUID = 1L;

	PrivateAddressException() {
		super("The host has a private address");
	}

}
