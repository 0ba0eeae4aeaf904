package io.frontlineservice.sandbox.pretend.world;

import java.util.UUID;

/** Makes SIDs. Used wherever something new comes to be. */
final class Sid {

	private Sid() {
	}

	/** A new SID: these two letters and 32 hexadecimal digits. */
	static String next(String letters) {
		return letters + UUID.randomUUID().toString().replace("-", "");
	}

}
