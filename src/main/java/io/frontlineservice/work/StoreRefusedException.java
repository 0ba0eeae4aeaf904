package io.frontlineservice.work;

/**
 * The store cannot be opened. Thrown by {@link StoreConfiguration} at the start, put into
 * words by {@link StoreRefusedAnalyzer}. The message follows the key
 * {@code frontline.store.url}.
 */
final class StoreRefusedException extends RuntimeException {

	StoreRefusedException(String problem, Throwable cause) {
		super(problem, cause);
	}

}
