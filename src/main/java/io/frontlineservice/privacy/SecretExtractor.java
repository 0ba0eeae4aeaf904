package io.frontlineservice.privacy;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Allows constraints such as {@code @Pattern} on a {@link Secret}. Found by the validator
 * through {@code META-INF/services}.
 */
@UnwrapByDefault
public final class SecretExtractor implements ValueExtractor<@ExtractedValue(type = String.class) Secret> {

	@Override
	public void extractValues(Secret secret, ValueReceiver receiver) {
		receiver.value(null, secret.reveal());
	}

}
