package io.frontlineservice.crm.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.LongSupplier;

/** Makes tokens with a virtual clock, for tests of other packages. */
public final class TestTokens {

	private TestTokens() {
	}

	public static AccessTokens of(TokenSource source, LongSupplier nanoTime) {
		return new AccessTokens(source, nanoTime, new SimpleMeterRegistry());
	}

}
