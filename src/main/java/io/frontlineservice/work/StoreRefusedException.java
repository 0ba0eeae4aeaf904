package io.frontlineservice.work;

/**
 * The store cannot be used. Thrown by {@link StoreOpener} and {@link StoreMigration} at
 * the start, explained by {@link StoreRefusedAnalyzer}. The message follows the key
 * {@code frontline.store.url}.
 */
final class StoreRefusedException extends RuntimeException {

	StoreRefusedException(String problem, Throwable cause) {
		super(problem, cause);
	}

}
