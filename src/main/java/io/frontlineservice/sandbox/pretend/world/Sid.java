package io.frontlineservice.sandbox.pretend.world;

import java.util.UUID;

/** Creates SIDs. */
final class Sid {

	private Sid() {
	}

	/** Returns a new SID: these two letters and 32 hexadecimal digits. */
	static String next(String letters) {
		return letters + UUID.randomUUID().toString().replace("-", "");
	}

}
